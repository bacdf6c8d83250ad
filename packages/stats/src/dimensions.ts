/**
 * Fixed at session start (all but `page`, `product`, `exit_page`). Values are strings; `''` means not known.
 * `page` and `product` have several values per session and order: as rows they tell page views, and item events and
 * order lines, of each value; as filters they choose the sessions that saw the page or product and the orders that
 * contain the product.
 */
export const DIMENSIONS = [
  'channel',
  'source',
  'medium',
  'campaign',
  'term',
  'content',
  'landing_page',
  'exit_page',
  'page',
  'product',
  'country',
  'region',
  'city',
  'device',
  'browser',
  'system',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
