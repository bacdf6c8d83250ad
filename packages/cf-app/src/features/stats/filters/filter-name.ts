import type { Dimension } from '@layerkick/stats/dimensions';
import type { T } from '#/features/i18n/translate.ts';
import type { Answers } from '../answers.ts';
import { valueName } from '../panels/row-words.ts';
import { PANEL_IDS } from '../view/search.schema.ts';

/** How a filter's value is called: products and countries are filtered by an id, and their rows know the name. */
export function filterName(dimension: Dimension, value: string, answers: Answers | null, t: T): string {
  for (const panel of PANEL_IDS) {
    const answered = answers?.[panel];
    if (!answered?.ok || answered.answer.query.dimensions[0] !== dimension) continue;
    const row = answered.answer.rows.find((candidate) => candidate.dimensions[0] === value);
    if (row?.label) return row.label;
  }
  return valueName(value, dimension, t);
}
