import { describe, expect, test } from 'vitest';
import { csvRows } from '../csv-rows.ts';
import { readVisits } from './read-visits.ts';

async function read(text: string) {
  async function* bytes() {
    yield new TextEncoder().encode(text);
  }
  const { unused, ...visits } = await readVisits(csvRows(bytes(), () => 1));
  return { ...visits, unused: unused.byReason().map(({ reason, lines }) => [reason, ...lines]) };
}

describe('Plausible', () => {
  test('the visitors of its export, a row a day', async () => {
    const csv =
      '"date","visitors","pageviews","bounces","visits","visit_duration"\n2024-01-02,3,9,1,4,60\n2024-01-01,1,1,1,1,0\n';
    expect(await read(csv)).toEqual({
      from: 'plausible',
      rows: 2,
      days: [
        { day: '2024-01-01', from: 'plausible', visitors: 1, sessions: 1, pageViews: 1, bounces: 1 },
        { day: '2024-01-02', from: 'plausible', visitors: 3, sessions: 4, pageViews: 9, bounces: 1 },
      ],
      unused: [],
    });
  });

  test('its dashboard says a share of bounces instead', async () => {
    const csv =
      'date,visitors,pageviews,visits,views_per_visit,bounce_rate,visit_duration\n2024-01-01,9,20,10,2,33.4,12\n';
    expect((await read(csv)).days).toMatchObject([{ sessions: 10, bounces: 3 }]);
  });
});

describe('Google Analytics 4', () => {
  const head = '# ----------\n# Pages report\n# Start date: 20240229\n# End date: 20240301\n# ----------\n\n';

  test('a report by date, with what comes before and its total', async () => {
    const csv = `${head}Date,Sessions,Total users,Views,Engaged sessions\n20240229,10,8,30,7\n20240301,4,4,5,1\n,14,11,35,8\n`;
    expect(await read(csv)).toMatchObject({
      from: 'ga4',
      rows: 3,
      days: [
        { day: '2024-02-29', visitors: 8, sessions: 10, pageViews: 30, bounces: 3 },
        { day: '2024-03-01', visitors: 4, sessions: 4, pageViews: 5, bounces: 3 },
      ],
      unused: [['Date is not a day such as 20240131', 10]],
    });
  });

  test('days that are numbered count from the start that the file names, and a second table is left', async () => {
    const csv = `${head}Nth day,Sessions,Active users,Views\n0000,10,8,30\n0001,4,4,5\n# Another\nNth day,Sessions,Active users,Views\n0000,1,1,1\n`;
    expect((await read(csv)).days.map(({ day, sessions }) => [day, sessions])).toEqual([
      ['2024-02-29', 10],
      ['2024-03-01', 4],
    ]);
  });

  test('numbered days of a file that names no start are not guessed', async () => {
    const { days, unused } = await read('Nth day,Sessions,Users,Views\n0000,10,8,30\n');
    expect(days).toEqual([]);
    expect(unused).toEqual([['nothing says which day the file begins with', 2]]);
  });
});

test('a day by channel is there several times: its visitors cannot be added', async () => {
  const { days, unused } = await read('date,visitors,pageviews,visits\n2024-01-01,3,4,3\n2024-01-01,2,2,2\n');
  expect(days).toHaveLength(1);
  expect(unused).toEqual([['a day that was there before: export by date alone', 3]]);
});

test.each([
  ['nothing', '', 'empty'],
  ['other headings', 'a,b\n1,2\n', 'headings'],
  ['a quote that never closes', 'date,"visitors\n', 'unreadable'],
])('%s is a problem of the file', async (_, csv, code) => {
  await expect(read(csv)).rejects.toMatchObject({ name: 'FileProblem', code });
});

test.each(['2024-02-30,1,1,1', '2024-01-01,-1,1,1', '2024-01-01,1,1e3,1', '2024-01-01,1,1,99999999999'])(
  'a row that cannot be is not used: %s',
  async (row) => {
    const { days, unused } = await read(`date,visitors,pageviews,visits\n${row}\n`);
    expect(days).toEqual([]);
    expect(unused).toHaveLength(1);
  },
);
