import type { Dimension } from '@layerkick/stats/query';
import { msg, type Phrase } from '#/features/i18n/translate.ts';

/** How dimensions are called in a column and in a sentence, and what an empty value of theirs means. */
export const DIMENSION_WORDS: Record<Dimension, { readonly label: Phrase; readonly empty: Phrase }> = {
  channel: { label: msg('Channel'), empty: msg('No visit known') },
  source: { label: msg('Source'), empty: msg('No source') },
  medium: { label: msg('Medium'), empty: msg('No medium') },
  campaign: { label: msg('Campaign'), empty: msg('No campaign') },
  term: { label: msg('Term'), empty: msg('No term') },
  content: { label: msg('Content'), empty: msg('No content') },
  landing_page: { label: msg('Entry page'), empty: msg('No page') },
  exit_page: { label: msg('Exit page'), empty: msg('No page') },
  page: { label: msg('Page'), empty: msg('No page') },
  event: { label: msg('Event'), empty: msg('Unknown') },
  product: { label: msg('Product'), empty: msg('No product') },
  collection: { label: msg('Collection'), empty: msg('No collection') },
  country: { label: msg('Country'), empty: msg('Unknown') },
  region: { label: msg('Region'), empty: msg('Unknown') },
  city: { label: msg('City'), empty: msg('Unknown') },
  device: { label: msg('Device'), empty: msg('Unknown') },
  browser: { label: msg('Browser'), empty: msg('Unknown') },
  system: { label: msg('System'), empty: msg('Unknown') },
  hour: { label: msg('Hour'), empty: msg('Unknown') },
  weekday: { label: msg('Weekday'), empty: msg('Unknown') },
  customer: { label: msg('Customer'), empty: msg('Unknown') },
};
