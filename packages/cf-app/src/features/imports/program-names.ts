import type { ImportedFrom } from '@layerkick/stats/imported-days/imported-day';

export const PROGRAM_NAMES: Readonly<Record<ImportedFrom, string>> = {
  ga4: 'Google Analytics 4',
  plausible: 'Plausible',
};
