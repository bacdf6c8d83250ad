import type { MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';
import { useT } from '#/features/i18n/use-t.ts';
import { stateHref } from '../fragments/state-link.tsx';
import { formatMetric } from '../format/value.ts';
import { withFilter } from '../view/filters.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { heatStep } from './heatmap.ts';
import { mapView } from './map-view.ts';
import { rowName } from './row-words.ts';

/** Outlines by country code, written by `scripts/write-world-map.ts`. A file of its own: it never changes. */
const OUTLINES = '/world.svg';

interface CountryMapProps {
  answer: StatsAnswer;
  rank: MetricId;
  asked: StatsSearch;
}

/** Where it comes from. Countries are filters for a pointer; for everybody else the rows beside it say the same. */
export function CountryMap({ answer, rank, asked }: CountryMapProps) {
  const t = useT();
  const rows = answer.rows.filter(({ dimensions: [code = ''] }) => /^[A-Z]{2}$/.test(code));
  const view = mapView(new Map(rows.map((row) => [row.dimensions[0] ?? '', row.metrics[rank] ?? 0])));
  const most = Math.max(0, ...rows.map(({ metrics }) => metrics[rank] ?? 0));
  return (
    <svg
      className="country-map"
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      strokeWidth={view.width / 800}
      aria-hidden
      data-dimension="country"
    >
      <use href={`${OUTLINES}#world`} />
      {rows.map((row) => {
        const [country = ''] = row.dimensions;
        const value = row.metrics[rank] ?? 0;
        const name = rowName(row, 'country', t);
        return (
          <a
            key={country}
            href={stateHref(withFilter(asked, { dimension: 'country', op: 'is', values: [country] }))}
            tabIndex={-1}
            data-named={country}
            data-name={name}
            data-heat={heatStep(value, most)}
          >
            <title>{`${name}: ${formatMetric(rank, value, answer.query.currency, t)}`}</title>
            <use href={`${OUTLINES}#${country}`} />
          </a>
        );
      })}
    </svg>
  );
}
