import type { SeriesPoint, StatsAnswer } from '@layerkick/stats/query';
import { useT } from '#/features/i18n/use-t.ts';
import type { Answered } from '../answers.ts';
import { formatCount, formatMetric } from '../format/value.ts';
import type { CoverageQuestionId } from './coverage.ts';
import { FailedPart } from './failed-part.tsx';
import { PanelFrame } from './panel-frame.tsx';
import type { PanelPage } from './panel-page.ts';
import { rowName } from './row-words.ts';

interface CoveragePanelProps {
  answers: Readonly<Record<CoverageQuestionId, Answered>>;
  page: PanelPage;
}

/** How much of what is bought the storefront script sees, by day, country and browser. Nothing where no server tells orders. */
export function CoveragePanel({ answers, page }: CoveragePanelProps) {
  const t = useT();
  const { coverage_days: days, coverage_countries: countries, coverage_browsers: browsers } = answers;
  const told = days.ok ? (days.answer.totals.shop_orders ?? 0) : null;
  if (told === 0) return null;
  const title = t('Tracking coverage');
  const seen = days.ok ? seenOf(days.answer.totals) : 0;
  return (
    <PanelFrame
      panel="coverage"
      title={title}
      note={
        told === null
          ? undefined
          : t('{seen} of {told} orders that the shop’s server told of were seen by a browser', { seen, told })
      }
      asked={page.asked}
    >
      {days.ok && countries.ok && browsers.ok ? (
        <div className="coverage">
          <div className="coverage-total">
            <b data-metric="coverage" data-value={days.answer.totals.coverage ?? ''}>
              {formatMetric('coverage', days.answer.totals.coverage, page.currency, t)}
            </b>
            <Days points={days.answer.series ?? []} />
          </div>
          <Split answer={countries.answer} dimension="country" title={t('Country of the order')} />
          <Split answer={browsers.answer} dimension="browser" title={t('Browser of the order')} />
        </div>
      ) : (
        <FailedPart title={title} page={page} />
      )}
    </PanelFrame>
  );
}

type Told = { readonly shop_orders?: number | null; readonly coverage?: number | null };

function seenOf({ shop_orders: told, coverage }: Told): number {
  return Math.round((told ?? 0) * (coverage ?? 0));
}

function Split({
  answer,
  dimension,
  title,
}: {
  answer: StatsAnswer;
  dimension: 'country' | 'browser';
  title: string;
}) {
  const t = useT();
  const rows = answer.rows.filter(({ metrics }) => (metrics.shop_orders ?? 0) > 0);
  return (
    <div className="rank-scroll">
      <table className="imported">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t('Orders')}</th>
            <th scope="col">{t('Missed')}</th>
            <th scope="col">{t('Coverage')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const told = row.metrics.shop_orders ?? 0;
            return (
              <tr key={row.dimensions[0]} data-row={row.dimensions[0]}>
                <th scope="row">{rowName(row, dimension, t)}</th>
                <td>{formatCount(told, t)}</td>
                <td>{formatCount(told - seenOf(row.metrics), t)}</td>
                <td>{formatMetric('coverage', row.metrics.coverage, '', t)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const WIDTH = 240;
const HEIGHT = 44;

/** Orders told of each day, and of them those that were seen; the tables beside it say the same in figures. */
function Days({ points }: { points: readonly SeriesPoint[] }) {
  const most = Math.max(1, ...points.map(({ metrics }) => metrics.shop_orders ?? 0));
  const width = WIDTH / Math.max(points.length, 1);
  const bars = (of: (metrics: Told) => number) =>
    points
      .map(({ metrics }, place) => {
        const height = (of(metrics) / most) * HEIGHT;
        return `M${(place * width).toFixed(2)} ${HEIGHT}v${(-height).toFixed(2)}h${(width * 0.8).toFixed(2)}V${HEIGHT}z`;
      })
      .join('');
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden>
      <path className="coverage-missed" d={bars(({ shop_orders: told }) => told ?? 0)} />
      <path className="coverage-seen" d={bars(seenOf)} />
    </svg>
  );
}
