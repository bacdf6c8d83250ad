import { METRIC_IDS } from '@layerkick/stats/metrics';
import { DIMENSIONS, type StatsWarning } from '@layerkick/stats/query';
import { expect, test } from 'vitest';
import { catalog } from '#/features/i18n/de.ts';
import { english, translator } from '#/features/i18n/translate.ts';
import { warningWords } from './warning-words.ts';

const german = translator('de', catalog);
const message = 'for programs';

test.each<Omit<StatsWarning, 'message'>>([
  { code: 'foreign_currency', amounts: [{ currency: 'USD', orders: 2, netSales: 12_345 }] },
  { code: 'not_additive' },
  { code: 'interval_coarsened' },
  { code: 'rebuilding' },
])('$code is said in both languages', (warning) => {
  const [said, gesagt] = [english, german].map((t) => warningWords({ ...warning, message }, t));
  expect(said).not.toBe(gesagt);
  expect(`${said} ${gesagt}`).not.toMatch(/[{}|]|for programs/);
});

test('amounts that are in no figure are told in their own currency', () => {
  const amounts = [
    { currency: 'USD', orders: 1, netSales: 12_345 },
    { currency: 'JPY', orders: 3, netSales: 900 },
  ];
  expect(warningWords({ code: 'foreign_currency', message, amounts }, english)).toBe(
    'Amounts in other currencies are not included: net sales of $123.45 USD in 1 order, ¥900 JPY in 3 orders.',
  );
});

test('a figure and what it cannot be told by are named as the page names them', () => {
  for (const metric of METRIC_IDS)
    for (const dimension of DIMENSIONS) {
      const words = warningWords({ code: 'metric_without_dimension', message, metric, dimension }, german);
      expect(words).toMatch(/^.+ lässt sich nicht nach „.+“ aufschlüsseln\.$/);
    }
});
