import { sha256 } from 'hono/utils/crypto';

/** SHA-256 of a JSON value, in hex. */
export async function fingerprintOf(value: unknown): Promise<string> {
  const digest = await sha256(JSON.stringify(value));
  if (digest === null) throw new Error('There is no SHA-256 here');
  return digest;
}
