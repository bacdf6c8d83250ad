import type { LogFields } from '@layerkick/auth/log';
import { log } from './log.server.ts';
import type { Trace, TraceFacts } from './trace.server.ts';

/** Ends a request in the log. Everything that one wants to count or search requests by is in this one line. */
export function logRequest(trace: Trace, method: string, url: string, status: number): void {
  if (status < 400 && EVERY_VISITORS.test(url)) return;
  log.info('request', requestFields(trace, method, status, Date.now()), trace.id);
}

/**
 * What shops' visitors ask for, a thousand times as often as anybody signs in. Where it succeeds, a line each would cost
 * as much as collecting does; the store itself knows what it was told.
 */
const EVERY_VISITORS = /^https?:\/\/[^/]+\/(?:api\/event|lk\.js|healthz)(?:$|[?#])/;

/**
 * @param status of the answer, which may still be streaming
 * @param now epoch ms
 */
export function requestFields(trace: Trace, method: string, status: number, now: number): LogFields {
  const { attempts, facts, startedAt } = trace;
  // Whatever is not known is undefined here, and not in the line.
  const fields = {
    method,
    route: facts.route ?? null,
    status,
    outcome: outcomeOf(status),
    durationMs: now - startedAt,
    principalKind: facts.principalKind,
    principalId: facts.principalId,
    via: facts.via,
    degraded: facts.degraded,
    store: facts.store,
  } satisfies Record<keyof TraceFacts, unknown> & LogFields;
  return attempts.length === 0 ? fields : { ...fields, ...workosFields(attempts) };
}

function workosFields(attempts: Trace['attempts']): LogFields {
  return {
    workosAttempts: attempts.length,
    workosMs: attempts.reduce((total, { ms }) => total + ms, 0),
    workosOutcomes: attempts.map(({ outcome }) => outcome).join(' '),
  };
}

function outcomeOf(status: number): string {
  if (status >= 500) return 'failed';
  if (status === 401 || status === 403) return 'refused';
  if (status >= 400) return 'rejected';
  return status >= 300 && status !== 304 ? 'redirected' : 'answered';
}
