import type { MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';
import { formatMetric } from '../format/value.ts';
import { hasBegun, longLabel, shortLabel, type Labelling } from './point-labels.ts';
import type { Pair } from './series.ts';

interface SeriesTableProps {
  pairs: readonly Pair[];
  metric: MetricId;
  answer: StatsAnswer;
  labelling: Labelling;
  title: string;
  /** Instead of the plot. */
  shown: boolean;
}

/** The chart in figures: for those who do not see it, and for those who want them. */
export function SeriesTable({ pairs, metric, answer, labelling, title, shown }: SeriesTableProps) {
  const { currency, compare } = answer.query;
  const { t } = labelling;
  return (
    <section
      className={shown ? 'series-table' : 'sr-only'}
      aria-label={title}
      // Longer than its room, it is scrolled by the keyboard, too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={shown ? 0 : undefined}
    >
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Time')}</th>
            <th scope="col">{t('This period')}</th>
            {compare ? <th scope="col">{t('Compared with')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ now, before }) => (
            <tr key={(now ?? before)?.at}>
              <th scope="row">{now ? longLabel(now, labelling) : t('Nothing')}</th>
              <td data-value={now?.metrics[metric] ?? ''}>
                {now && hasBegun(now, labelling)
                  ? formatMetric(metric, now.metrics[metric], currency, t)
                  : t('not yet')}
              </td>
              {compare ? (
                <td>
                  {before
                    ? `${shortLabel(before, { ...labelling, range: compare })}: ${formatMetric(metric, before.metrics[metric], currency, t)}`
                    : ''}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
