import { log } from '../../lib/log.server.ts';
import { problemResponse } from '../problem.ts';
import { fingerprintOf } from './fingerprint.ts';
import { claim, forgetExpired, giveBack, idempotencyKey, keep, type KeyedRequest } from './idempotency.ts';
import { KEY_IN_USE, KEY_MALFORMED, KEY_REUSED } from './problems.ts';

export interface OnceOptions {
  readonly db: D1Database;
  readonly now: number;
  readonly waitUntil: (work: Promise<unknown>) => void;
  /** The `Idempotency-Key` header; null where there is none. */
  readonly key: string | null;
  readonly principal: string;
  /** Everything that was asked. */
  readonly asked: unknown;
}

/**
 * Does `work` unless the same request was answered before, whose answer then comes again. What failed for reasons of
 * ours is not remembered.
 */
export async function runOnce(options: OnceOptions, work: () => Promise<Response>): Promise<Response> {
  const { db, now, waitUntil, key, principal } = options;
  if (key === null) return work();
  if (!idempotencyKey.safeParse(key).success) return problemResponse(KEY_MALFORMED);

  const request: KeyedRequest = { principal, key, fingerprint: await fingerprintOf(options.asked), now };
  const claimed = await claim(db, request);
  if (claimed.kind === 'reused') return problemResponse(KEY_REUSED);
  if (claimed.kind === 'in-use') return problemResponse(KEY_IN_USE, { 'retry-after': '1' });
  if (claimed.kind === 'answered') return again(claimed.answer.status, claimed.answer.body);

  waitUntil(forgetExpired(db, now).catch((cause: unknown) => notForgotten(cause)));
  try {
    const response = await work();
    const body = await response.clone().text();
    if (response.status < 500) await keep(db, request, { status: response.status, body });
    else await giveBack(db, request);
    return response;
  } catch (error) {
    waitUntil(giveBack(db, request).catch((cause: unknown) => notForgotten(cause)));
    throw error;
  }
}

function again(status: number, body: string): Response {
  const mediaType = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(body, {
    status,
    headers: { 'content-type': mediaType, 'cache-control': 'no-store', 'idempotent-replayed': 'true' },
  });
}

function notForgotten(cause: unknown): void {
  log.warn('idempotency_key_not_forgotten', { cause: String(cause) });
}
