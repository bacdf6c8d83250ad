import type { MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
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
  /** Shows the days between two points, which may be the same. */
  onDays: (from: number, to: number) => void;
  tooltip: ReactNode;
}

/**
 * The crosshair: a slider over the whole plot that cannot be seen, so that keys and fingers move it as they move any. A click
 * or Enter opens the point's day; drawing, or Shift with the arrows, chooses the days between two points.
 */
export function PlotCursor(props: PlotCursorProps) {
  const t = useT();
  const { pairs, plot, now, past, active, x, onActive, onDays, tooltip, title } = props;
  /** Where choosing several points began. */
  const [anchor, setAnchor] = useState<number | null>(null);
  if (pairs.length === 0) return null;
  const last = pairs.length - 1;

  function pointAt(event: PointerEvent<HTMLElement>): number {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    return box ? nearestPoint((event.clientX - box.left) / box.width, pairs.length) : last;
  }

  function follow(event: PointerEvent<HTMLElement>) {
    const point = pointAt(event);
    onActive(point);
    // A finger moves the crosshair, and the page.
    if (event.type === 'pointerdown' && event.pointerType === 'mouse' && event.button === 0) setAnchor(point);
  }

  function choose(from: number | null, to: number) {
    setAnchor(null);
    onDays(from ?? to, to);
  }

  function onKey(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Escape') {
      setAnchor(null);
      onActive(null);
    } else if (event.key === 'Enter') choose(anchor, active ?? last);
    else if (event.key.startsWith('Arrow')) setAnchor(event.shiftKey ? (anchor ?? active ?? last) : null);
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
        aria-describedby="cursor-keys"
        aria-valuetext={spoken(props, active ?? last, t)}
        onChange={(event) => onActive(Number(event.currentTarget.value))}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerUp={(event) => anchor !== null && choose(anchor, pointAt(event))}
        onPointerCancel={() => setAnchor(null)}
        onPointerLeave={(event) => event.pointerType === 'mouse' && anchor === null && onActive(null)}
        onKeyDown={onKey}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && onActive(active ?? last)}
        onBlur={() => (setAnchor(null), onActive(null))}
      />
      <span id="cursor-keys" className="sr-only">
        {t('Enter shows the day, Shift with the arrows chooses several')}
      </span>
      {x === null || active === null ? null : (
        <>
          {anchor === null || anchor === active ? null : (
            <span className="chosen-days" style={between(plot.x(anchor), x)} />
          )}
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

function between(a: number, b: number) {
  return { left: `${Math.min(a, b)}%`, right: `${100 - Math.max(a, b)}%` };
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
