import { DelegateBackoff, handleWhen, retry } from 'cockatiel';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { Circuit } from './circuit.ts';
import { WorkOSNotAskedError } from './not-asked.ts';
import type { OutageVerdict } from './outage-verdict.ts';
import { retryAfterMs } from './retry-after.ts';
import { RETRIES, retryDelay, type RetrySchedule } from './schedule.ts';

/** One time that WorkOS was asked, for the log. */
export interface Attempt {
  /** An HTTP status, or the name of what happened instead. */
  readonly outcome: number | string;
  readonly ms: number;
}

/** The signing keys are served apart from the API, and either may fail alone. */
export type CircuitName = 'api' | 'keys';

export interface ResilientFetchParts {
  readonly fetch: typeof globalThis.fetch;
  /** For all repetitions of one call together, in ms; asked for each call. */
  readonly timeLeft: () => number;
  readonly schedule?: RetrySchedule;
  /** What the health check found. */
  readonly verdict: () => Promise<OutageVerdict | null>;
  readonly attempted: (attempt: Attempt) => void;
  /** A circuit opened, or closed again. */
  readonly switched?: (circuit: CircuitName, state: 'open' | 'closed') => void;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** Answers that say nothing but "not now". Everything else is an answer, welcome or not. */
const NOT_NOW = new Set([408, 429, 500, 502, 503, 504]);
const failed = (response: Response) => NOT_NOW.has(response.status);

/**
 * `fetch` as every call to WorkOS is made: repeated as scheduled while there is time, kept back by a circuit breaker,
 * by the health check's verdict and by `Retry-After`. Reading the body is the caller's, and so is its time. In the end it answers or throws as `fetch` does, or throws
 * {@link WorkOSNotAskedError}.
 *
 * Repeating is no danger to single-use codes and tokens: one that was spent by a call whose answer got lost is lost
 * with or without a repetition.
 */
export function resilientFetch(parts: ResilientFetchParts): typeof globalThis.fetch {
  const { fetch, timeLeft, schedule = RETRIES, attempted, clock, random } = parts;
  const circuit = circuitsOf(parts);

  return async (input, init) => {
    const allowed = timeLeft();
    if (allowed <= 0) throw new WorkOSNotAskedError('no_time_left');
    const until = clock() + allowed;
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), allowed);
    const signal = init?.signal ? AbortSignal.any([init.signal, late.signal]) : late.signal;
    const verdict = await parts.verdict();
    const path = circuit(input);

    async function once(): Promise<Response> {
      const began = clock();
      try {
        const response = await fetch(input, { ...init, signal });
        attempted({ outcome: response.status, ms: clock() - began });
        return response;
      } catch (error) {
        attempted({ outcome: signal.aborted ? 'timeout' : 'no_connection', ms: clock() - began });
        throw error;
      }
    }

    let retries = 0;
    let delay = 0;
    /** Whether there is time for another try; decides how long to wait for it. */
    const another = (askedMs: number | null): boolean => {
      delay = retryDelay(retries + 1, askedMs, random, schedule);
      return !signal.aborted && retries < schedule.mostRetries && clock() + delay < until;
    };
    const worthAnother = (response: Response): boolean => {
      if (!failed(response)) return false;
      const asked = retryAfterMs(response.headers, clock());
      const again = another(asked);
      if (asked !== null && !again) path.waitFor(asked);
      // An answer that nobody reads would hold its connection.
      if (again) void response.body?.cancel();
      return again;
    };
    const policy = retry(
      handleWhen((error) => !(error instanceof WorkOSNotAskedError) && another(null)).orWhenResult((result) =>
        // All that it executes is answered with a response.
        worthAnother(result as Response),
      ),
      { maxAttempts: schedule.mostRetries, backoff: new DelegateBackoff(() => delay) },
    );
    policy.onRetry(() => void (retries += 1));
    return policy.execute(() => path.run(once, verdict)).finally(() => clearTimeout(timer));
  };
}

function circuitsOf({ clock, log, switched }: ResilientFetchParts) {
  const named = (name: CircuitName) =>
    new Circuit({
      clock,
      failed,
      changed: (state) => {
        log.warn(`workos_circuit_${state}`, { circuit: name });
        switched?.(name, state);
      },
    });
  const keys = named('keys');
  const api = named('api');
  return (input: RequestInfo | URL): Circuit => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    return pathname.includes('/jwks') ? keys : api;
  };
}
