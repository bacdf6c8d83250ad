import type { MetricId } from '@layerkick/stats/metrics';
import type { MetricValues } from '@layerkick/stats/query';
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
  readonly label: string;
  readonly sign: 1 | -1;
}

const GROSS: Part = { metric: 'gross_sales', label: 'Gross sales', sign: 1 };
const DISCOUNTS: Part = { metric: 'discounts', label: 'Discounts', sign: -1 };
const PARTS: Partial<Record<MetricId, readonly Part[]>> = {
  net_sales: [
    GROSS,
    DISCOUNTS,
    { metric: 'returns', label: 'Returns', sign: -1 },
    { metric: 'adjustments', label: 'Adjustments', sign: 1 },
  ],
  average_order_value: [GROSS, DISCOUNTS, { metric: 'orders', label: '÷ Orders', sign: 1 }],
};

function Sum({ metric, totals, currency }: { metric: MetricId; totals: MetricValues; currency: string }) {
  const parts = PARTS[metric];
  if (!parts) return null;
  return (
    <dl>
      {parts.map((part) => {
        const value = totals[part.metric];
        return (
          <div key={part.metric}>
            <dt>{part.label}</dt>
            <dd>{formatMetric(part.metric, value ? value * part.sign : value, currency)}</dd>
          </div>
        );
      })}
      <div className="total">
        <dt>{metric === 'net_sales' ? 'Net sales' : 'Average order value'}</dt>
        <dd>{formatMetric(metric, totals[metric], currency)}</dd>
      </div>
    </dl>
  );
}
