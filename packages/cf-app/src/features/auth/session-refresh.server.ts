import type { RefreshOutcome, RefreshRequest } from '@layerkick/auth/provider';
import type { Attempt } from '@layerkick/auth/resilience/resilient-fetch';
import { SessionRefreshObject } from '@layerkick/auth/session-refresh';
import { inTrace, newTrace } from '#/lib/trace.server.ts';

/** The request that a refresh is for. */
interface Caller {
  readonly requestId: string;
  /** How long WorkOS may still take, in ms. */
  readonly budgetMs: number;
}

export interface TracedRefresh {
  readonly outcome: RefreshOutcome;
  /** Each time that WorkOS was asked. */
  readonly attempts: readonly Attempt[];
}

/** Spends refresh tokens with the provider of this Worker; loaded only when one is spent. */
export class SessionRefresh extends SessionRefreshObject<Env> {
  /** Logs under the caller's request id. */
  async refreshFor(request: RefreshRequest, { requestId, budgetMs }: Caller): Promise<TracedRefresh> {
    const trace = newTrace(requestId, Date.now(), budgetMs);
    const outcome = await inTrace(trace, () => this.refresh(request));
    return { outcome, attempts: trace.attempts };
  }

  protected override async parts() {
    const { identityOf } = await import('./identity.server.ts');
    const { provider, passwords } = identityOf(this.env);
    return { refresh: (request: RefreshRequest) => provider.refresh(request), passwords, clock: Date.now };
  }
}
