import { useT } from '#/features/i18n/use-t.ts';
import { msg, type T } from '#/features/i18n/translate.ts';
import { stateHref, StateLink } from '../fragments/state-link.tsx';
import { formatCount } from '../format/value.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';
import { withFilter } from '../view/filters.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { FailedPart } from './failed-part.tsx';
import { heatmapOf, HEAT_STEPS } from './heatmap.ts';
import { PanelFrame } from './panel-frame.tsx';
import type { PanelPage } from './panel-page.ts';
import { heatmapMetric, WEEKDAYS } from './questions.ts';
import { valueName } from './row-words.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const NAMED_HOURS = [0, 6, 12, 18];

interface HeatmapPanelProps {
  /** By weekday from Monday and hour; null where it is not known. */
  values: readonly (readonly number[])[] | null;
  page: PanelPage;
}

/** When things happen, by the store's clock. */
export function HeatmapPanel({ values, page }: HeatmapPanelProps) {
  const t = useT();
  const metric = heatmapMetric(page.asked);
  const title = metric === 'orders' ? t('When orders come in') : t('When visits begin');
  return (
    <PanelFrame
      panel="heatmap"
      title={title}
      asked={page.asked}
      tabs={[
        { label: msg('Orders'), search: { hours: undefined }, current: metric === 'orders' },
        { label: msg('Sessions'), search: { hours: 'sessions' }, current: metric === 'sessions' },
      ]}
    >
      {values === null ? (
        <FailedPart title={title} page={page} />
      ) : (
        <Hours values={values} page={page} title={title} />
      )}
    </PanelFrame>
  );
}

function Hours({
  values,
  page,
  title,
}: {
  values: readonly (readonly number[])[];
  page: PanelPage;
  title: string;
}) {
  const t = useT();
  const { cells, most, peak } = heatmapOf(values);
  return (
    <>
      <div className="heatmap">
        <ul data-dimension="weekday">
          {WEEKDAYS.map((value, weekday) => (
            <li key={value} data-row={value}>
              <StateLink search={onWeekday(page.asked, weekday)} title={weekdayName(weekday, t)}>
                {weekdayName(weekday, t).slice(0, t.language === 'de' ? 2 : 3)}
                <span className="sr-only"> {weekdayName(weekday, t)}</span>
              </StateLink>
            </li>
          ))}
        </ul>
        <div className="heatmap-cells" aria-hidden>
          {cells.map((row, weekday) =>
            row.map(({ value, step }, hour) => (
              <Cell
                key={`${WEEKDAYS[weekday]} ${hour}`}
                href={value === 0 ? null : stateHref(atHour(page.asked, weekday, hour))}
                title={`${weekdayName(weekday, t)} ${clock(hour, t)}: ${formatCount(value, t)}`}
                data-heat={step}
                data-peak={peak?.weekday === weekday && peak.hour === hour ? '' : undefined}
              />
            )),
          )}
        </div>
        <div className="heatmap-hours" aria-hidden>
          {NAMED_HOURS.map((hour) => (
            <span key={hour}>{clock(hour, t)}</span>
          ))}
        </div>
      </div>
      <div className="sr-only">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t(DIMENSION_WORDS.weekday.label)}</th>
              {HOURS.map((hour) => (
                <th key={hour} scope="col">
                  {clock(hour, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map((row, weekday) => (
              <tr key={WEEKDAYS[weekday]}>
                <th scope="row">{weekdayName(weekday, t)}</th>
                {row.map(({ value }, hour) => (
                  <td key={HOURS[hour]}>{formatCount(value, t)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className="panel-foot">
        <span>
          {peak === null
            ? t('Nothing in this period.')
            : t('Busiest: {weekday} {hour}, {count}', {
                weekday: weekdayName(peak.weekday, t),
                hour: clock(peak.hour, t),
                count: most,
              })}
        </span>
        <span className="heat-scale" aria-hidden>
          0
          {Array.from({ length: HEAT_STEPS + 1 }, (_, step) => (
            <i key={step} data-heat={step} />
          ))}
          {formatCount(most, t)}
        </span>
      </footer>
    </>
  );
}

interface CellProps {
  /** Null where there is nothing to narrow to. */
  href: string | null;
  title: string;
  'data-heat': number;
  'data-peak': '' | undefined;
}

/** For a pointer: the weekdays beside it are links, and any hour is among the filters. */
function Cell({ href, ...rest }: CellProps) {
  // The table says the same to whoever hears the page.
  // oxlint-disable-next-line jsx-a11y/anchor-has-content
  return href === null ? <i {...rest} /> : <a {...rest} href={href} tabIndex={-1} />;
}

function onWeekday(asked: StatsSearch, weekday: number): StatsSearch {
  return withFilter(asked, { dimension: 'weekday', op: 'is', values: [WEEKDAYS[weekday] ?? ''] });
}

function atHour(asked: StatsSearch, weekday: number, hour: number): StatsSearch {
  return withFilter(onWeekday(asked, weekday), { dimension: 'hour', op: 'is', values: [String(hour)] });
}

/** As they are called wherever the page is filtered by them. */
function weekdayName(weekday: number, t: T): string {
  return valueName(WEEKDAYS[weekday] ?? '', 'weekday', t);
}

function clock(hour: number, t: T): string {
  return valueName(String(hour), 'hour', t);
}
