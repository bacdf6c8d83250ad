import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleAll } from 'cockatiel';
import type { Clock } from '../clock.ts';
import { WorkOSNotAskedError } from './not-asked.ts';
import type { OutageVerdict } from './outage-verdict.ts';
import { BREAKER } from './schedule.ts';

export interface CircuitParts {
  readonly clock: Clock;
  /** An answer that counts as none. */
  readonly failed: (response: Response) => boolean;
  readonly changed: (state: 'open' | 'closed') => void;
}

/**
 * Keeps calls back while they are no use: after ten failures in a row for a minute, then one call decides.
 *
 * Two things are different in a Worker. A call that comes while that one is under way is turned away at once, since
 * it would wait for another request's network. And the request that makes it may be cancelled with its browser, so
 * that no decision comes: after a minute the next one makes it.
 */
export class Circuit {
  readonly #parts: CircuitParts;
  #policy: ReturnType<typeof breaker>;
  #triedAt = Number.NEGATIVE_INFINITY;
  #succeededAt = Number.NEGATIVE_INFINITY;
  #notBefore = Number.NEGATIVE_INFINITY;

  constructor(parts: CircuitParts) {
    this.#parts = parts;
    this.#policy = breaker(parts, 0);
  }

  /** Nobody asks for this long: the service wants it so. */
  waitFor(ms: number): void {
    this.#notBefore = Math.max(this.#notBefore, this.#parts.clock() + ms);
  }

  /** @throws {WorkOSNotAskedError} and whatever `call` throws */
  async run(call: () => Promise<Response>, verdict: OutageVerdict | null): Promise<Response> {
    const now = this.#parts.clock();
    const triedLately = now - this.#triedAt < BREAKER.openMs;
    if (now < this.#notBefore) throw new WorkOSNotAskedError('asked_to_wait');
    if (triedLately && this.#isKnownDown(verdict)) throw new WorkOSNotAskedError('known_down');
    if (this.#policy.state === CircuitState.HalfOpen) {
      if (triedLately) throw new WorkOSNotAskedError('circuit_open');
      this.#policy = breaker(this.#parts, BREAKER.failures - 1);
    }
    try {
      const response = await this.#policy.execute(() => {
        this.#triedAt = this.#parts.clock();
        return call();
      });
      if (!this.#parts.failed(response)) this.#succeededAt = this.#parts.clock();
      return response;
    } catch (error) {
      throw error instanceof BrokenCircuitError ? new WorkOSNotAskedError('circuit_open') : error;
    }
  }

  /** What this isolate saw itself counts for more than an older verdict. */
  #isKnownDown(verdict: OutageVerdict | null): boolean {
    return verdict?.state === 'down' && verdict.checkedAt > this.#succeededAt;
  }
}

function breaker({ failed, changed }: CircuitParts, failuresSoFar: number) {
  const counter = new ConsecutiveBreaker(BREAKER.failures);
  counter.state = failuresSoFar;
  const policy = circuitBreaker(
    // All that it executes is answered with a response.
    handleAll.orWhenResult((response) => failed(response as Response)),
    { halfOpenAfter: BREAKER.openMs, breaker: counter },
  );
  policy.onBreak(() => changed('open'));
  policy.onReset(() => changed('closed'));
  return policy;
}
