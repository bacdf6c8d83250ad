import type { Operations } from '@layerkick/client/operations';
import { fieldsInvalid } from '../../problem.ts';
import { answerOf } from '../ask-store.ts';
import type { Call, Outcome } from '../call.ts';
import { tableStream } from '../export/formats.ts';
import { columnsOf, MOST_ROWS, recordsOf, ROWS_AT_A_TIME } from '../export/table.ts';
import { exportTooLong } from '../problems.ts';
import { boundQuestion, questionOf } from '../stats-question.ts';

export async function exportTable(
  call: Call<Operations['exportStats']>,
): Promise<Outcome<Operations['exportStats']>> {
  const { format = 'csv', ...parameters } = call.input.query;
  const question = questionOf(parameters);
  if (!question.ok) return { kind: 'problem', problem: question.problem };
  const { interval, dimensions } = question.query;
  if (interval !== undefined && dimensions.length > 0) {
    const message = 'either a dimension or an interval: a table has one kind of row';
    return { kind: 'problem', problem: fieldsInvalid([{ field: 'interval', message }]) };
  }

  const bound = boundQuestion(question.query, call.now);
  if (!bound.ok) return { kind: 'problem', problem: bound.problem };
  const page = (offset: number) => answerOf(call, { ...bound.query, limit: ROWS_AT_A_TIME, offset });
  const first = await page(0);
  if (first.rowCount > MOST_ROWS)
    return { kind: 'problem', problem: exportTooLong(first.rowCount, MOST_ROWS) };

  const { from, to } = first.query.range;
  const columns = columnsOf(question.query);
  return {
    kind: 'stream',
    fileName: `${call.store.slug}_${from}_${to}.${format}`,
    ...tableStream(format, columns, recordsOf(question.query, first, page)),
  };
}
