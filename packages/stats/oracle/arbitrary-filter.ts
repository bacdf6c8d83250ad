import * as fc from 'fast-check';
import { type Dimension, DIMENSIONS, type Filter } from '../src/query.ts';

/** Values that stories have. */
const VALUES: Readonly<Record<Dimension, readonly string[]>> = {
  channel: ['Direct', 'Organic Search', 'Email'],
  source: ['Google', 'blog.example', 'letter'],
  medium: ['organic', 'email', 'referral'],
  campaign: ['may', ''],
  term: ['pots', ''],
  content: ['top', ''],
  landing_page: ['/', '/pots', '/lids'],
  exit_page: ['/', '/pots', '/thanks'],
  page: ['/', '/pots', '/lids', '/thanks'],
  product: ['pot', 'lid', 'jar', ''],
  collection: ['Kitchen', 'Sale', ''],
  country: ['DE', 'FR', 'AT', ''],
  region: [''],
  city: ['Bonn', ''],
  device: ['desktop', 'mobile', ''],
  browser: ['Firefox', 'Safari'],
  system: [''],
  event: ['page_view', 'view_item', 'purchase'],
  hour: ['0', '1', '2', '23', '22'],
  customer: ['new', 'returning', ''],
  weekday: ['1', '5', '6', '7'],
};
/** Parts of some of them, and what would mean something elsewhere. */
const PARTS = ['', 'o', 'P', 'pot', 'ol', '/', '%', '_'];

const comparison: fc.Arbitrary<Filter> = fc.constantFrom(...DIMENSIONS).chain((dimension) =>
  fc.record(
    {
      dimension: fc.constant(dimension),
      op: fc.constantFrom('is', 'is_not', 'in', 'contains', 'prefix'),
      values: fc.array(fc.constantFrom(...VALUES[dimension], ...VALUES[dimension], ...PARTS), {
        minLength: 1,
        maxLength: 2,
      }),
    },
    { noNullPrototype: true },
  ),
);

/** Trees of up to four levels, mostly a comparison alone. */
export const arbitraryFilter: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => {
  const parts = fc.array(tie('filter'), { minLength: 1, maxLength: 3 });
  return {
    filter: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { weight: 3, arbitrary: comparison },
      { weight: 1, arbitrary: parts.map((and) => ({ and })) },
      { weight: 1, arbitrary: parts.map((or) => ({ or })) },
      { weight: 1, arbitrary: tie('filter').map((not) => ({ not })) },
    ),
  };
}).filter;
