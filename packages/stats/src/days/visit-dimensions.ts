/** What a visit's first (and, for `exit_page`, last) event says about all of it. */
export const VISIT_DIMENSIONS = [
  'channel',
  'source',
  'medium',
  'campaign',
  'term',
  'content',
  'landing_page',
  'exit_page',
  'country',
  'region',
  'city',
  'device',
  'browser',
  'system',
] as const;
export type VisitDimension = (typeof VISIT_DIMENSIONS)[number];
