import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import type { MetricValues } from '@layerkick/stats/query';
import { msg, type Phrase } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { formatMetric } from '../format/value.ts';
import { Explanation } from './explain.tsx';

interface ExplanationsProps {
  metrics: readonly MetricId[];
  /** Totals of the period, for the sums that make a figure. */
  totals: MetricValues;
  currency: string;
}

export function Explanations({ metrics, totals, currency }: ExplanationsProps) {
  return metrics.map((metric) => (
    <Explanation key={metric} metric={metric}>
      <Sum metric={metric} totals={totals} currency={currency} />
    </Explanation>
  ));
}

interface Part {
  readonly metric: MetricId;
  /** Where it is not the registry's name. */
  readonly label?: Phrase;
  readonly sign: 1 | -1;
}

const GROSS: Part = { metric: 'gross_sales', sign: 1 };
const DISCOUNTS: Part = { metric: 'discounts', sign: -1 };
const PARTS: Partial<Record<MetricId, readonly Part[]>> = {
  net_sales: [GROSS, DISCOUNTS, { metric: 'returns', sign: -1 }, { metric: 'adjustments', sign: 1 }],
  average_order_value: [GROSS, DISCOUNTS, { metric: 'orders', label: msg('÷ Orders'), sign: 1 }],
};

function Sum({ metric, totals, currency }: { metric: MetricId; totals: MetricValues; currency: string }) {
  const t = useT();
  const parts = PARTS[metric];
  if (!parts) return null;
  return (
    <dl>
      {parts.map((part) => {
        const value = totals[part.metric];
        return (
          <div key={part.metric}>
            <dt>{t(part.label ?? METRICS[part.metric].label)}</dt>
            <dd>{formatMetric(part.metric, value ? value * part.sign : value, currency, t)}</dd>
          </div>
        );
      })}
      <div className="total">
        <dt>{t(METRICS[metric].label)}</dt>
        <dd>{formatMetric(metric, totals[metric], currency, t)}</dd>
      </div>
    </dl>
  );
}
