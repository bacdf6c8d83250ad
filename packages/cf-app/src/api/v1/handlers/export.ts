import type { Operations } from '@layerkick/client/operations';
import { answerOf } from '../ask-store.ts';
import type { Call, Outcome } from '../call.ts';
import { csvLines } from '../export/csv.ts';
import { ndjsonLines } from '../export/ndjson.ts';
import { streamOf } from '../export/stream.ts';
import { columnsOf, MOST_ROWS, recordsOf, ROWS_AT_A_TIME } from '../export/table.ts';
import { boundQuestion, questionOf } from '../stats-question.ts';

const FORMATS = {
  csv: { lines: csvLines, mediaType: 'text/csv; charset=utf-8; header=present' },
  ndjson: { lines: ndjsonLines, mediaType: 'application/x-ndjson' },
} as const;

export async function exportTable(
  call: Call<Operations['exportStats']>,
): Promise<Outcome<Operations['exportStats']>> {
  const { format = 'csv', ...parameters } = call.input.query;
  const question = questionOf(parameters);
  if (!question.ok) return { kind: 'problem', problem: question.problem };
  const { interval, dimensions } = question.query;
  if (interval !== undefined && dimensions.length > 0) return eitherOr();

  const bound = boundQuestion(question.query, call.now);
  if (!bound.ok) return { kind: 'problem', problem: bound.problem };
  const page = (offset: number) => answerOf(call, { ...bound.query, limit: ROWS_AT_A_TIME, offset });
  const first = await page(0);
  if (first.rowCount > MOST_ROWS) return tooLong(first.rowCount);

  const { lines, mediaType } = FORMATS[format];
  const { from, to } = first.query.range;
  const columns = columnsOf(question.query);
  return {
    kind: 'stream',
    mediaType,
    fileName: `${call.store.slug}_${from}_${to}.${format}`,
    body: streamOf(lines(columns, recordsOf(question.query, first, page))),
  };
}

function eitherOr(): Outcome<Operations['exportStats']> {
  const message = 'either a dimension or an interval: a table has one kind of row';
  return {
    kind: 'problem',
    problem: {
      status: 400,
      code: 'fields_invalid',
      title: 'Some fields are wrong',
      detail: `interval: ${message}`,
      errors: [{ field: 'interval', message }],
    },
  };
}

function tooLong(rows: number): Outcome<Operations['exportStats']> {
  return {
    kind: 'problem',
    problem: {
      status: 422,
      code: 'export_too_long',
      title: `This table would have ${rows} rows`,
      detail: `At most ${MOST_ROWS} can be exported: narrow it by filters or days.`,
    },
  };
}
