import type { StatsAnswer, StatsQuery } from '../query.ts';
import {
  type BothWays,
  CHANGE_DIMENSIONS,
  CHANGE_METRICS,
  type ChangeDimension,
  type ChangeExplained,
  explainChange,
} from './explain-change.ts';

/** Which days are explained against which, and what of them. */
export type ChangeSelection = Pick<StatsQuery, 'range' | 'compare' | 'filters' | 'bots'>;

/** Values that are asked for; what others did is in the part that is not told one by one. */
const VALUES = 1000;

/**
 * Asks a store why its net sales changed: in one call where both periods are days, and else in two, since the first one tells
 * which days they are. Null where nothing is compared.
 */
export async function askWhy(
  ask: (queries: readonly StatsQuery[]) => Promise<readonly StatsAnswer[]>,
  selection: ChangeSelection,
): Promise<ChangeExplained | null> {
  const common = { metrics: [...CHANGE_METRICS], filters: selection.filters, bots: selection.bots };
  const { range, compare } = selection;
  const after = byDimension({ ...common, range, compare });
  const before =
    typeof range === 'object' && typeof compare === 'object'
      ? byDimension({ ...common, range: compare, compare: range })
      : [];
  const [totals, ...told] = await ask([{ ...common, range, compare }, ...after, ...before]);
  const compared = totals?.query.compare;
  if (!totals || !compared) return null;
  if (before.length === 0)
    told.push(...(await ask(byDimension({ ...common, range: compared, compare: totals.query.range }))));
  const waysOf = (dimension: ChangeDimension): BothWays => {
    const index = CHANGE_DIMENSIONS.indexOf(dimension);
    const [now, then] = [told[index], told[CHANGE_DIMENSIONS.length + index]];
    if (!then || !now) throw new RangeError(`There is no answer by ${dimension}`);
    return { before: then, after: now };
  };
  return explainChange(totals, {
    channel: waysOf('channel'),
    product: waysOf('product'),
    country: waysOf('country'),
    device: waysOf('device'),
  });
}

function byDimension(query: StatsQuery): StatsQuery[] {
  return CHANGE_DIMENSIONS.map((dimension) => ({
    ...query,
    dimensions: [dimension],
    orderBy: { metric: 'gross_sales', direction: 'desc' },
    limit: VALUES,
  }));
}
