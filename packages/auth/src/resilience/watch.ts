import type { Finding } from './health-check.ts';

/** An outage shorter than this is nobody's business. */
export const ALERT_AFTER_MS = 5 * 60_000;

/** What is remembered of one target between two checks. Times are epoch ms. */
export interface Watched {
  readonly state: 'up' | 'down';
  /** When the state began. */
  readonly since: number;
  readonly checkedAt: number;
  /** Why it is down. */
  readonly reason: string | null;
  /** The beginning of the outage that people were told of and whose end they were not told of yet. */
  readonly toldOutageSince: number | null;
}

export type Alert =
  | { readonly kind: 'down'; readonly since: number; readonly reason: string }
  | { readonly kind: 'recovered'; readonly since: number; readonly until: number };

/**
 * What a check means: what to remember, and whether people have to be told. Each outage of more than
 * {@link ALERT_AFTER_MS} is told once, and its end once.
 *
 * @param before null at the first check
 * @param now epoch ms
 */
export function watch(
  before: Watched | null,
  finding: Finding,
  now: number,
): { readonly after: Watched; readonly alert: Alert | null } {
  const { state } = finding;
  const since = before?.state === state ? before.since : now;
  const told = before?.toldOutageSince ?? null;
  const after = { state, since, checkedAt: now, reason: null, toldOutageSince: told };

  if (finding.state === 'up') {
    const alert = told === null ? null : ({ kind: 'recovered', since: told, until: since } as const);
    return { after: { ...after, toldOutageSince: null }, alert };
  }
  const { reason } = finding;
  if (told !== null || now - since < ALERT_AFTER_MS) return { after: { ...after, reason }, alert: null };
  return { after: { ...after, reason, toldOutageSince: since }, alert: { kind: 'down', since, reason } };
}
