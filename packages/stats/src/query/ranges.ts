import { comparedRange, resolvePeriod } from '../period.ts';
import type { Baseline, DayRange, Period } from '../query.ts';
import type { StoreRow } from '../store-row.ts';
import type { TimeZone } from '../time-zone.ts';

/** The days of a question; `now` is epoch ms. */
export function rangesOf(
  { range, compare }: { readonly range: Period | DayRange; readonly compare?: Baseline | undefined },
  store: StoreRow | null,
  zone: TimeZone,
  now: number,
): { readonly range: DayRange; readonly compare: DayRange | null } {
  const firstAt = store?.firstAt ?? null;
  const days = resolvePeriod(range, zone.dayOf(now), firstAt === null ? null : zone.dayOf(firstAt));
  return { range: days, compare: compare === undefined ? null : comparedRange(compare, days) };
}
