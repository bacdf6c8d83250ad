import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';
import { memo } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { ChangeMark } from '../figures/change-mark.tsx';
import { ExplainButton } from '../figures/explain-button.tsx';
import { Sparkline } from '../figures/sparkline.tsx';
import { lengthName } from '../format/length-name.ts';
import { formatMetric } from '../format/value.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { ViewLink } from '../view/view-link.tsx';

interface CardsProps {
  answer: StatsAnswer;
  search: StatsSearch;
  cards: readonly MetricId[];
  chosen: MetricId;
}

/** The chosen figures, which are the tabs of the chart below them. */
export const Cards = memo(function Cards({ answer, search, cards, chosen }: CardsProps) {
  const t = useT();
  return (
    <ul className="cards" data-cards={cards.length}>
      {cards.map((metric) => (
        <li key={metric} className="card" data-current={metric === chosen ? '' : undefined}>
          <div className="card-label">
            <ViewLink
              search={{ ...search, metric: metric === cards[0] ? undefined : metric }}
              className="card-link"
              aria-current={metric === chosen ? 'true' : undefined}
            >
              {t(METRICS[metric].label)}
            </ViewLink>
            <ExplainButton metric={metric} search={search} />
          </div>
          <CardValue metric={metric} value={answer.totals[metric]} currency={answer.query.currency} />
          <div className="card-foot">
            <span>
              <ChangeMark
                metric={metric}
                now={answer.totals[metric]}
                before={answer.totalsBefore?.[metric]}
              />
            </span>
            <Sparkline values={finishedValues(answer, metric)} />
          </div>
        </li>
      ))}
    </ul>
  );
});

interface CardValueProps {
  metric: MetricId;
  value: number | null | undefined;
  currency: string;
}

function CardValue({ metric, value, currency }: CardValueProps) {
  const t = useT();
  const text = formatMetric(metric, value, currency, t);
  return (
    <output
      className="card-value"
      data-metric={metric}
      data-value={value ?? ''}
      data-characters={lengthName(text.length)}
    >
      {text}
    </output>
  );
}

function finishedValues(answer: StatsAnswer, metric: MetricId): (number | null)[] {
  return (answer.series ?? [])
    .filter((point) => !point.unfinished)
    .map((point) => point.metrics[metric] ?? null);
}
