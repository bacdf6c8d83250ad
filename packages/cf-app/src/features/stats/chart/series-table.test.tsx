import type { SeriesPoint, StatsAnswer } from '@layerkick/stats/query';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { english } from '#/features/i18n/translate.ts';
import { labellingOf, pairsOf } from './series.ts';
import { SeriesTable } from './series-table.tsx';

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const point = (day: string, orders: number, unfinished = false): SeriesPoint => ({
  at: at(day),
  day,
  unfinished,
  metrics: { orders },
});

const answer = {
  query: {
    interval: 'day',
    timeZone: 'UTC',
    currency: 'EUR',
    range: { from: '2026-11-20', to: '2026-11-22' },
    compare: { from: '2026-11-17', to: '2026-11-19' },
  },
  series: [point('2026-11-20', 7), point('2026-11-21', 3, true), point('2026-11-22', 0, true)],
  seriesBefore: [point('2026-11-17', 5), point('2026-11-18', 6), point('2026-11-19', 4)],
  freshness: { lastEventAt: null, answeredAt: at('2026-11-21') + 1 },
} as unknown as StatsAnswer;

test('says point by point what the chart shows: the day, its figure and the one before', () => {
  expect(rows()).toEqual([
    'Friday 20 November | 7 | 17 Nov: 5',
    'Saturday 21 November | 3 | 18 Nov: 6',
    'Sunday 22 November | not yet | 19 Nov: 4',
  ]);
});

function rows(): string[] {
  const html = renderToStaticMarkup(
    <SeriesTable
      pairs={pairsOf(answer)}
      metric="orders"
      answer={answer}
      labelling={labellingOf(answer, english)}
      title="Orders by day"
      shown={false}
    />,
  );
  const body = /<tbody>(.*)<\/tbody>/.exec(html)?.[1] ?? '';
  return [...body.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
    [...(row ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell).join(' | '),
  );
}
