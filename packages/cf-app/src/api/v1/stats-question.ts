import type { StatsParameters } from '@layerkick/client/schemas/stats-parameters';
import { type ParsedStatsQuery, statsQuery } from '@layerkick/stats/query';
import { TimeZone } from '@layerkick/stats/time-zone';
import { fieldErrors } from '../collector/field-errors.ts';
import { fieldsInvalid, type Problem } from '../problem.ts';

/** How far back `asOf` goes, ms: each order that something was said about since costs. */
const AS_OF_MS = 92 * 24 * 60 * 60 * 1000;

export type Question =
  | { readonly ok: true; readonly query: ParsedStatsQuery }
  | { readonly ok: false; readonly problem: Problem };

/** Parameters of an address as the question that they put together. */
export function questionOf(parameters: StatsParameters): Question {
  const { dimension, orderBy, ...same } = parameters;
  const parsed = statsQuery.safeParse({
    ...same,
    ...(dimension !== undefined && { dimensions: [dimension] }),
    ...(orderBy !== undefined && { orderBy: orderOf(orderBy) }),
  });
  if (parsed.success) return { ok: true, query: parsed.data };
  return refused(fieldErrors(parsed.error));
}

/** A question within what the API lets anybody ask. */
export function boundQuestion(query: ParsedStatsQuery, now: number): Question {
  const { asOf } = query;
  // A day's end is in no zone more than a day from the same day's midnight in UTC.
  const time = typeof asOf === 'string' ? Date.parse(asOf) + 2 * 24 * 60 * 60 * 1000 : asOf;
  if (time === undefined || time >= now - AS_OF_MS) return { ok: true, query };
  return refused([{ field: 'asOf', message: 'more than 92 days back' }]);
}

/** Whether all days of an executed question have ended in the store's zone. */
export function isClosed(
  query: { readonly range: { readonly to: string }; readonly compare: { readonly to: string } | null },
  timeZone: string,
  now: number,
): boolean {
  const today = TimeZone.of(timeZone).dayOf(now);
  return query.range.to < today && (query.compare === null || query.compare.to < today);
}

function orderOf(text: string): { metric: string; direction: 'asc' | 'desc' } {
  return text.startsWith('-')
    ? { metric: text.slice(1), direction: 'desc' }
    : { metric: text, direction: 'asc' };
}

function refused(errors: readonly { field: string; message: string }[]): Question {
  return { ok: false, problem: fieldsInvalid(errors) };
}
