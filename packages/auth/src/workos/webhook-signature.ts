/** How old a delivery may be, ms: a copy of one is good for no longer. */
const OLDEST_MS = 3 * 60 * 1000;
/** How far ahead its sender's clock may be, ms. */
const AHEAD_MS = 60 * 1000;

export type SignatureCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'malformed' | 'too_old' | 'in_the_future' | 'wrong' };

/**
 * Whether WorkOS signed a delivery, and a moment ago: `WorkOS-Signature: t=<epoch ms>, v1=<HMAC-SHA256 of "t.body", hex>`.
 *
 * @param body as it came, before anything reads it
 * @param now epoch ms
 */
export async function checkWebhookSignature(
  header: string | null,
  body: string,
  secret: string,
  now: number,
): Promise<SignatureCheck> {
  const [, time = '', hex = ''] = /^t=(\d{1,15}),\s*v1=([0-9a-f]{64})$/.exec(header?.trim() ?? '') ?? [];
  if (time === '') return { ok: false, reason: 'malformed' };
  const signed = new TextEncoder().encode(`${time}.${body}`);
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  // Compares in constant time.
  if (!(await crypto.subtle.verify('HMAC', key, bytesOf(hex), signed))) return { ok: false, reason: 'wrong' };
  if (now - Number(time) > OLDEST_MS) return { ok: false, reason: 'too_old' };
  return Number(time) - now > AHEAD_MS ? { ok: false, reason: 'in_the_future' } : { ok: true };
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
}
