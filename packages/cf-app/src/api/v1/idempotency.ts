import { z } from 'zod';

/** For so long a key is remembered, ms. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** A request that has not ended by then never will: its Worker is gone. */
const ABANDONED_MS = 60_000;

/** One request that carries an `Idempotency-Key`. */
export interface KeyedRequest {
  /** Keys of one principal mean nothing for another. */
  readonly principal: string;
  readonly key: string;
  /** Of everything that was asked. */
  readonly fingerprint: string;
  /** Epoch ms. */
  readonly now: number;
}

export interface KeptAnswer {
  readonly status: number;
  readonly body: string;
}

export type Claim =
  | { readonly kind: 'first' }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }
  | { readonly kind: 'in-use' }
  | { readonly kind: 'reused' };

export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,200}$/);

const row = z.object({
  fingerprint: z.string(),
  status: z.number().nullable(),
  answer: z.string().nullable(),
});

/** Takes the key for this request, unless it is taken: one statement, so that of two at a time one comes first. */
export async function claim(db: D1Database, request: KeyedRequest): Promise<Claim> {
  const { principal, key, fingerprint, now } = request;
  const taken = await db
    .prepare(
      `INSERT INTO idempotent_request (principal, key, fingerprint, claimed_at) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (principal, key) DO UPDATE
          SET fingerprint = ?3, claimed_at = ?4, status = NULL, answer = NULL
        WHERE claimed_at < ?5 OR (status IS NULL AND fingerprint = ?3 AND claimed_at < ?6)`,
    )
    .bind(principal, key, fingerprint, now, now - KEPT_MS, now - ABANDONED_MS)
    .run();
  if (taken.meta.changes > 0) return { kind: 'first' };

  const found = await db
    .prepare('SELECT fingerprint, status, answer FROM idempotent_request WHERE principal = ? AND key = ?')
    .bind(principal, key)
    .first();
  // Given back in between: whoever had it did not get an answer either.
  if (found === null) return { kind: 'in-use' };
  const kept = row.parse(found);
  if (kept.fingerprint !== fingerprint) return { kind: 'reused' };
  if (kept.status === null || kept.answer === null) return { kind: 'in-use' };
  return { kind: 'answered', answer: { status: kept.status, body: kept.answer } };
}

/** Remembers what the first request was answered. */
export async function keep(db: D1Database, request: KeyedRequest, answer: KeptAnswer): Promise<void> {
  await db
    .prepare(
      'UPDATE idempotent_request SET status = ?, answer = ? WHERE principal = ? AND key = ? AND claimed_at = ?',
    )
    .bind(answer.status, answer.body, request.principal, request.key, request.now)
    .run();
}

/** Gives the key back: nothing was done, and the same request may come again. */
export async function giveBack(db: D1Database, request: KeyedRequest): Promise<void> {
  await db
    .prepare('DELETE FROM idempotent_request WHERE principal = ? AND key = ? AND claimed_at = ?')
    .bind(request.principal, request.key, request.now)
    .run();
}

/** Forgets keys that are over. */
export async function forgetExpired(db: D1Database, now: number): Promise<void> {
  await db
    .prepare('DELETE FROM idempotent_request WHERE claimed_at < ?')
    .bind(now - KEPT_MS)
    .run();
}
