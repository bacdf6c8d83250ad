import { describe, expect, test } from 'vitest';
import { statsQuery } from './query.ts';

const problemsOf = (value: unknown) =>
  statsQuery.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
const metrics = ['sessions'];

describe('a question', () => {
  test('is complete with a metric and a range', () => {
    expect(statsQuery.parse({ metrics, range: '7d' })).toEqual({
      metrics,
      range: '7d',
      dimensions: [],
      filters: [],
      limit: 10,
      offset: 0,
      bots: false,
    });
  });

  test.each([
    [{ metrics: [], range: '7d' }, 'metrics: '],
    [{ metrics: ['revenue'], range: '7d' }, 'metrics.0: '],
    [{ metrics, range: '8d' }, 'range: '],
    [{ metrics, range: { from: '2026-02-30', to: '2026-03-01' } }, 'range.from: no such day'],
    [{ metrics, range: { from: '2026-03-02', to: '2026-03-01' } }, 'range.from: from is after to'],
    [{ metrics, range: { from: '1970-01-01', to: '2999-12-31' } }, 'range.to: longer than 20000 days'],
    [{ metrics, range: { from: '0001-01-01', to: '0001-01-02' } }, 'range.from: not within 1969-12-31'],
    [{ metrics, range: { from: '9999-12-31', to: '9999-12-31' } }, 'range.from: not within 1969-12-31'],
    [{ metrics, range: '7d', dimensions: ['source', 'medium'] }, 'dimensions: '],
    [
      { metrics, range: '7d', filters: [{ dimension: 'ip', op: 'is', values: ['1'] }] },
      'filters.0.dimension: ',
    ],
    [{ metrics, range: '7d', limit: 1001 }, 'limit: '],
    [{ metrics, range: '7d', asOf: '2026-02-30' }, 'asOf: '],
    [{ metrics, range: '7d', sql: '1' }, ': Unrecognized key'],
  ])('that is wrong is refused by the name of its field: %j', (value, problem) => {
    expect(problemsOf(value)?.join()).toContain(problem);
  });
});
