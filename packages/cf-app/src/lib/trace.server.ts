import { AsyncLocalStorage } from 'node:async_hooks';
import type { Attempt } from '@layerkick/auth/resilience/resilient-fetch';

/** What is told about one piece of work afterwards: a request, a scheduled job, or what an object does for a request. */
export interface Trace {
  /** Ours, never the caller's: it goes into the log and onto every error page. */
  readonly id: string;
  /** Epoch ms. */
  readonly startedAt: number;
  /** Each time that WorkOS was asked. */
  readonly attempts: Attempt[];
  /** What WorkOS may take of the time of whoever asked for this, in ms, where they said so. */
  readonly workosBudgetMs: number | null;
  /** Epoch ms of the first time that WorkOS was needed. */
  workosSince: number | null;
  readonly facts: TraceFacts;
}

/** For the one line in the log that a request ends with. Ids only: nothing secret, and nobody's address. */
export interface TraceFacts {
  route: string | undefined;
  principalKind: string | undefined;
  principalId: string | undefined;
  via: string | undefined;
  degraded: boolean | undefined;
  store: string | undefined;
}

/** All named from the beginning: an object that grows is made anew several times, on every request. */
export function noFacts(): TraceFacts {
  return {
    route: undefined,
    principalKind: undefined,
    principalId: undefined,
    via: undefined,
    degraded: undefined,
    store: undefined,
  };
}

const storage = new AsyncLocalStorage<Trace>();

export function newTrace(id: string, startedAt: number, workosBudgetMs: number | null = null): Trace {
  return { id, startedAt, attempts: [], workosBudgetMs, workosSince: null, facts: noFacts() };
}

export function inTrace<T>(trace: Trace, work: () => T): T {
  return storage.run(trace, work);
}

export function currentTrace(): Trace | undefined {
  return storage.getStore();
}

/** The id of the request being answered, as in the `X-Request-Id` header; `none` outside of one. */
export function traceId(): string {
  return storage.getStore()?.id ?? 'none';
}

/** Adds to what the log will say about this piece of work. */
export function note(facts: Partial<TraceFacts>): void {
  Object.assign(storage.getStore()?.facts ?? {}, facts);
}

/** The pattern that the request fits, never its path. The first that says so is the most exact. */
export function noteRoute(pattern: string): void {
  const facts = storage.getStore()?.facts;
  if (facts !== undefined) facts.route ??= pattern;
}

export function noteAttempt(attempt: Attempt): void {
  storage.getStore()?.attempts.push(attempt);
}

/**
 * How long WorkOS may still be waited for, in ms. The time begins with the first call, so that a slow database does
 * not turn into an outage of WorkOS; several calls share it.
 *
 * @param now epoch ms
 * @param budgetMs where whoever asked for this work did not say
 */
export function workosTimeLeft(now: number, budgetMs: number): number {
  const trace = storage.getStore();
  if (trace === undefined) return budgetMs;
  trace.workosSince ??= now;
  return (trace.workosBudgetMs ?? budgetMs) - (now - trace.workosSince);
}
