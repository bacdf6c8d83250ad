import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';
import { ChangeMark } from '../figures/change-mark.tsx';
import { formatMetric } from '../format/value.ts';
import { BESIDE_A_POINT } from '../view/queries.ts';
import { hasBegun, longLabel, shortLabel, type Labelling } from './point-labels.ts';
import type { Pair } from './series.ts';

interface TooltipProps {
  pair: Pair;
  metric: MetricId;
  answer: StatsAnswer;
  labelling: Labelling;
}

/** One point with its past, and the figures that explain it. */
export function Tooltip({ pair: { now, before }, metric, answer, labelling }: TooltipProps) {
  const { currency, compare } = answer.query;
  const { t } = labelling;
  const point = now ?? before;
  if (!point) return null;
  const begun = now !== null && hasBegun(now, labelling);
  const value = begun ? now.metrics[metric] : null;
  return (
    <>
      <h3>
        {longLabel(point, labelling)}
        {now && begun && !now.unfinished ? (
          <ChangeMark metric={metric} now={value} before={before?.metrics[metric]} />
        ) : null}
      </h3>
      <dl>
        {now ? (
          <div>
            <dt className="key" data-series="now">
              {shortLabel(now, labelling)}
            </dt>
            <dd>{formatMetric(metric, value, currency, t)}</dd>
          </div>
        ) : null}
        {before && compare ? (
          <div>
            <dt className="key" data-series="past">
              {shortLabel(before, { ...labelling, range: compare })}
            </dt>
            <dd>{formatMetric(metric, before.metrics[metric], currency, t)}</dd>
          </div>
        ) : null}
      </dl>
      {begun ? (
        <dl className="beside">
          {BESIDE_A_POINT.filter((other) => other !== metric).map((other) => (
            <div key={other}>
              <dt>{t(METRICS[other].label)}</dt>
              <dd>{formatMetric(other, now.metrics[other], currency, t)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {now?.unfinished && begun ? <p>{t('Not finished yet')}</p> : null}
    </>
  );
}
