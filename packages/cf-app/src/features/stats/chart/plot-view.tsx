import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';
import type { ReactNode } from 'react';
import { formatAxis, minorUnits } from '../format/value.ts';
import { PlotCursor } from './plot-cursor.tsx';
import { plotOf, type Plot } from './geometry.ts';
import { axisLabel, type Labelling } from './point-labels.ts';
import { plotPoints, type Pair } from './series.ts';
import { labelledPoints } from './ticks.ts';

interface PlotViewProps {
  answer: StatsAnswer;
  pairs: readonly Pair[];
  metric: MetricId;
  labelling: Labelling;
  title: string;
  active: number | null;
  onActive: (index: number | null) => void;
  onDays: (from: number, to: number) => void;
  tooltip: ReactNode;
  /** Laid over the plot. */
  children?: ReactNode;
}

const MOST_LABELS = 8;

/** The plot as the server draws it: SVG stretched to its box, labels over it in their own size. */
export function PlotView(props: PlotViewProps) {
  const { answer, pairs, metric, labelling, active, children } = props;
  const { t } = labelling;
  const { currency } = answer.query;
  const { unit } = METRICS[metric];
  const now = plotPoints(answer.series ?? [], metric, labelling);
  const past = answer.seriesBefore ? plotPoints(answer.seriesBefore, metric, labelling) : null;
  const plot = plotOf(now, past, {
    unit: unit === 'money' ? minorUnits(currency) : 1,
    whole: unit === 'count',
  });
  return (
    <div className="plot">
      <div className="plot-area">
        <Lines plot={plot} />
        <svg aria-hidden>
          {plot.ticks.map(({ value, y }) => (
            <text key={value} className="tick-y" x="-54" y={`${y}%`}>
              {formatAxis(metric, value, plot.ticks.at(-1)?.value ?? 0, currency, t)}
            </text>
          ))}
          <AxisX pairs={pairs} plot={plot} labelling={labelling} />
        </svg>
        <PlotCursor
          {...props}
          plot={plot}
          now={now}
          past={past}
          x={active === null ? null : plot.x(active)}
        />
        {children}
      </div>
    </div>
  );
}

function Lines({ plot: { ticks, now, past, baseline } }: { plot: Plot }) {
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
      {ticks.map(({ value, y }) => (
        <line key={value} className="gridline" x1="0" x2="100" y1={y} y2={y} />
      ))}
      <line className="baseline" x1="0" x2="100" y1={baseline} y2={baseline} />
      <path className="area" d={now.fill} />
      {past ? <path className="past" d={past.solid} /> : null}
      {past?.dashed ? <path className="past unfinished" d={past.dashed} /> : null}
      <path className="now" d={now.solid} />
      {now.dashed ? <path className="now unfinished" d={now.dashed} /> : null}
    </svg>
  );
}

function AxisX({ pairs, plot, labelling }: { pairs: readonly Pair[]; plot: Plot; labelling: Labelling }) {
  const labelled = labelledPoints(pairs.length, MOST_LABELS);
  // A phone has room for three.
  const kept = new Set([labelled[0], labelled[Math.floor(labelled.length / 2)], labelled.at(-1)]);
  return labelled.map((index) => {
    const point = pairs[index]?.now;
    return point ? (
      <text
        key={index}
        className="tick-x"
        x={`${plot.x(index)}%`}
        y="100%"
        dy="20"
        data-edge={index === 0 ? 'start' : index === pairs.length - 1 ? 'end' : undefined}
        data-roomy={kept.has(index) ? undefined : ''}
      >
        {axisLabel(point, labelling)}
      </text>
    ) : null;
  });
}
