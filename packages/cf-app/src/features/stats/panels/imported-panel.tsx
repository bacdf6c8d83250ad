import type { ImportedDay, ImportedFrom } from '@layerkick/stats/imported-days/imported-day';
import { dayNumber } from '@layerkick/stats/calendar';
import { PROGRAM_NAMES } from '#/features/imports/program-names.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { formatDay } from '../format/day.ts';
import { formatCount, formatPercent, UNKNOWN } from '../format/value.ts';
import { FailedPart } from './failed-part.tsx';
import { PanelFrame } from './panel-frame.tsx';
import type { PanelPage } from './panel-page.ts';

interface ImportedPanelProps {
  /** Of the period, by day; null where they could not be read. */
  days: readonly ImportedDay[] | null;
  page: PanelPage;
}

/** What other programs counted in the period, by their own definitions and never in any other figure. Nothing where there is none. */
export function ImportedPanel({ days, page }: ImportedPanelProps) {
  const t = useT();
  if (days?.length === 0) return null;
  const title = t('Imported history');
  return (
    <PanelFrame
      panel="imported"
      title={title}
      note={t('Counted elsewhere, in another way, and in no other figure')}
      asked={page.asked}
    >
      {days === null ? <FailedPart title={title} page={page} /> : <Table days={days} />}
    </PanelFrame>
  );
}

function Table({ days }: { days: readonly ImportedDay[] }) {
  const t = useT();
  const programs = [...new Set(days.map(({ from }) => from))];
  return (
    <div className="rank-scroll">
      <table className="imported">
        <thead>
          <tr>
            <th scope="col">{t('Program')}</th>
            <th scope="col">{t('Sessions by day')}</th>
            <th scope="col">{t('Sessions')}</th>
            <th scope="col">{t('Visitors')}</th>
            <th scope="col">{t('Page views')}</th>
            <th scope="col">{t('Bounce rate')}</th>
          </tr>
        </thead>
        <tbody>
          {programs.map((from) => (
            <Program key={from} from={from} days={days.filter((day) => day.from === from)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Program({ from, days }: { from: ImportedFrom; days: readonly ImportedDay[] }) {
  const t = useT();
  const sum = (of: (day: ImportedDay) => number) => days.reduce((total, day) => total + of(day), 0);
  const sessions = sum((day) => day.sessions);
  const isBounceKnown = sessions > 0 && days.every(({ bounces }) => bounces !== null);
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  return (
    <tr data-row={from}>
      <th scope="row">
        {PROGRAM_NAMES[from]}
        <span className="panel-note block">
          {first === last ? formatDay(first, t) : `${formatDay(first, t)} – ${formatDay(last, t)}`}
        </span>
      </th>
      <td>
        <Bars days={days} />
      </td>
      <td data-metric="sessions" data-value={sessions}>
        {formatCount(sessions, t)}
      </td>
      <td>
        {formatCount(
          sum((day) => day.visitors),
          t,
        )}
      </td>
      <td>
        {formatCount(
          sum((day) => day.pageViews),
          t,
        )}
      </td>
      <td>
        {isBounceKnown ? formatPercent((sum((day) => day.bounces ?? 0) / sessions) * 100, 2, t) : UNKNOWN}
      </td>
    </tr>
  );
}

const WIDTH = 160;
const HEIGHT = 28;

/** A bar a day, from nothing; days without one are gaps. */
function Bars({ days }: { days: readonly ImportedDay[] }) {
  const first = dayNumber(days[0]?.day ?? '');
  const span = dayNumber(days.at(-1)?.day ?? '') - first + 1;
  const most = Math.max(1, ...days.map(({ sessions }) => sessions));
  const width = WIDTH / span;
  const bars = days.map(({ day, sessions }) => {
    const height = (sessions / most) * HEIGHT;
    const x = (dayNumber(day) - first) * width;
    return `M${x.toFixed(2)} ${HEIGHT}v${(-height).toFixed(2)}h${(width * 0.8).toFixed(2)}V${HEIGHT}z`;
  });
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden
      className="imported-bars"
    >
      <path d={bars.join('')} />
    </svg>
  );
}
