import type { MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';
import type { PointerEvent, ReactNode } from 'react';
import type { T } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { formatMetric, UNKNOWN } from '../format/value.ts';
import { nearestPoint, type Plot, type PlotPoint } from './geometry.ts';
import { longLabel, type Labelling } from './point-labels.ts';
import type { Pair } from './series.ts';

interface PlotCursorProps {
  answer: StatsAnswer;
  pairs: readonly Pair[];
  metric: MetricId;
  labelling: Labelling;
  title: string;
  plot: Plot;
  now: readonly PlotPoint[];
  past: readonly PlotPoint[] | null;
  active: number | null;
  /** Where the crosshair stands, per cent of the width. */
  x: number | null;
  onActive: (index: number | null) => void;
  tooltip: ReactNode;
}

/** The crosshair: a slider over the whole plot that cannot be seen, so that keys and fingers move it as they move any. */
export function PlotCursor(props: PlotCursorProps) {
  const t = useT();
  const { pairs, plot, now, past, active, x, onActive, tooltip, title } = props;
  if (pairs.length === 0) return null;
  const last = pairs.length - 1;

  function follow(event: PointerEvent<HTMLElement>) {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box) onActive(nearestPoint((event.clientX - box.left) / box.width, pairs.length));
  }

  return (
    <>
      <input
        type="range"
        className="cursor"
        autoComplete="off"
        min={0}
        max={last}
        value={active ?? last}
        aria-label={t('{title}, point by point', { title })}
        aria-valuetext={spoken(props, active ?? last, t)}
        onChange={(event) => onActive(Number(event.currentTarget.value))}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={(event) => event.pointerType === 'mouse' && onActive(null)}
        onKeyDown={(event) => event.key === 'Escape' && onActive(null)}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && onActive(active ?? last)}
        onBlur={() => onActive(null)}
      />
      {x === null || active === null ? null : (
        <>
          <span className="crosshair" style={{ left: `${x}%` }} />
          <Dot series="past" x={x} plot={plot} point={past?.[active]} />
          <Dot series="now" x={x} plot={plot} point={now[active]} />
          <div className="tooltip" style={besides(x)} aria-hidden>
            {tooltip}
          </div>
        </>
      )}
    </>
  );
}

interface DotProps {
  series: 'now' | 'past';
  x: number;
  plot: Plot;
  point: PlotPoint | undefined;
}

function Dot({ series, x, plot, point }: DotProps) {
  if (!point || point.value === null) return null;
  return (
    <span className="dot" data-series={series} style={{ left: `${x}%`, top: `${plot.y(point.value)}%` }} />
  );
}

/** Beside the crosshair, on the side where there is room. */
function besides(x: number) {
  return x > 55 ? { right: `calc(${100 - x}% + 14px)` } : { left: `calc(${x}% + 14px)` };
}

function spoken(
  { pairs, metric, answer, labelling, now, past }: PlotCursorProps,
  index: number,
  t: T,
): string {
  const { currency } = answer.query;
  const point = pairs[index]?.now ?? pairs[index]?.before;
  const before = past?.[index];
  const words = point ? longLabel(point, labelling) : '';
  const value = formatMetric(metric, now[index]?.value, currency, t);
  const said = `${words}: ${value === UNKNOWN ? t('not known') : value}`;
  if (!before || before.value === null) return said;
  return t('{point}, before {value}', {
    point: said,
    value: formatMetric(metric, before.value, currency, t),
  });
}
