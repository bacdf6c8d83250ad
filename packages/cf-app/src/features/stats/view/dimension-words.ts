import type { Dimension } from '@layerkick/stats/query';

/** How dimensions are called in a column and in a sentence, and what an empty value of theirs means. */
export const DIMENSION_WORDS: Record<Dimension, { readonly label: string; readonly empty: string }> = {
  channel: { label: 'Channel', empty: 'No visit known' },
  source: { label: 'Source', empty: 'No source' },
  medium: { label: 'Medium', empty: 'No medium' },
  campaign: { label: 'Campaign', empty: 'No campaign' },
  term: { label: 'Term', empty: 'No term' },
  content: { label: 'Content', empty: 'No content' },
  landing_page: { label: 'Entry page', empty: 'No page' },
  exit_page: { label: 'Exit page', empty: 'No page' },
  page: { label: 'Page', empty: 'No page' },
  event: { label: 'Event', empty: 'Unknown' },
  product: { label: 'Product', empty: 'No product' },
  collection: { label: 'Collection', empty: 'No collection' },
  country: { label: 'Country', empty: 'Unknown' },
  region: { label: 'Region', empty: 'Unknown' },
  city: { label: 'City', empty: 'Unknown' },
  device: { label: 'Device', empty: 'Unknown' },
  browser: { label: 'Browser', empty: 'Unknown' },
  system: { label: 'System', empty: 'Unknown' },
  hour: { label: 'Hour', empty: 'Unknown' },
  weekday: { label: 'Weekday', empty: 'Unknown' },
  customer: { label: 'Customer', empty: 'Unknown' },
};
