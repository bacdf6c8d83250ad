import { METRICS } from '@layerkick/stats/metrics';
import type { StatsWarning } from '@layerkick/stats/query';
import type { T } from '#/features/i18n/translate.ts';
import { formatMoney } from '../format/value.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';

/** What a reader has to know, in their language: the words of the answer itself are for programs. */
export function warningWords({ code, metric, dimension, amounts = [] }: StatsWarning, t: T): string {
  switch (code) {
    case 'foreign_currency':
      return t('Amounts in other currencies are not included: net sales of {list}.', {
        list: amounts
          .map(({ currency, orders, netSales }) =>
            t('{amount} in {count} order|{amount} in {count} orders', {
              // A sign alone may be that of several currencies.
              amount: `${formatMoney(netSales, currency, t)} ${currency}`,
              count: orders,
            }),
          )
          .join(', '),
      });
    case 'not_additive':
      return t('The rows add up to more than the total: one may be in several.');
    case 'metric_without_dimension':
      return t('{metric} cannot be told by “{dimension}”.', {
        metric: metric ? t(METRICS[metric].label) : '',
        dimension: dimension ? t(DIMENSION_WORDS[dimension].label) : '',
      });
    case 'interval_coarsened':
      return t('There are too many of these intervals in the range: the series is by longer ones.');
    case 'rebuilding':
      return t('All figures are being worked out anew; part of them is still missing.');
  }
}
