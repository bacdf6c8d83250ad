import type { Operations } from '@layerkick/client/operations';
import { askStore } from '../ask-store.ts';
import type { Call, Outcome } from '../call.ts';
import { csvLines } from '../export/csv.ts';
import { ndjsonLines } from '../export/ndjson.ts';
import { streamOf } from '../export/stream.ts';
import { columnsOf, MOST_ROWS, recordsOf, ROWS_AT_A_TIME } from '../export/table.ts';
import { questionOf } from '../stats-question.ts';

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

  const ask = (offset: number) => askStore(call, { ...question.query, limit: ROWS_AT_A_TIME, offset });
  const first = await ask(0);
  if (!first.ok) return { kind: 'problem', problem: first.problem };
  if (first.answer.rowCount > MOST_ROWS) return tooLong(first.answer.rowCount);

  const { lines, mediaType } = FORMATS[format];
  const { from, to } = first.answer.query.range;
  const columns = columnsOf(question.query);
  return {
    kind: 'stream',
    mediaType,
    fileName: `${call.store.slug}_${from}_${to}.${format}`,
    body: streamOf(lines(columns, recordsOf(question.query, first.answer, ask))),
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
