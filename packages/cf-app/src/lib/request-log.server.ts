import type { LogFields } from '@layerkick/auth/log';
import { log } from './log.server.ts';
import { currentTrace, type Trace } from './trace.server.ts';

/** Ends a request in the log. Everything that one wants to count or search requests by is in this one line. */
export function logRequest(request: Request, response: Response): void {
  const trace = currentTrace();
  const { status } = response;
  if (trace === undefined || (status < 400 && EVERY_VISITORS.test(request.url))) return;
  log.info('request', requestFields(trace, request.method, status, Date.now()));
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
  const fields = {
    method,
    route: null,
    status,
    outcome: outcomeOf(status),
    durationMs: now - startedAt,
    ...facts,
  };
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
