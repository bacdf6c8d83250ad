import { type Dimension, DIMENSIONS } from '@layerkick/stats/dimensions';
import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import { Maximize2 } from 'lucide-react';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { ChangeMark } from '../figures/change-mark.tsx';
import { equationOf, partsOf, type Term } from '../figures/equation.ts';
import { filterName } from '../filters/filter-name.ts';
import { filterNames } from '../filters/filter-names.server.ts';
import { alternatives, OP_SENTENCES } from '../filters/filter-sentence.ts';
import { dayAt, formatDay, formatRange } from '../format/day.ts';
import { formatTime, formatTimeExact } from '../format/time.ts';
import { formatMetric } from '../format/value.ts';
import { ExplainLink } from '../fragments/explain-link.tsx';
import { StateLink } from '../fragments/state-link.tsx';
import { BookingsTable } from '../panels/bookings-table.tsx';
import type { Breakdown } from '../panels/catalog.ts';
import { type PanelPage, panelPage } from '../panels/panel-page.ts';
import { RankTable } from '../panels/rank-table.tsx';
import { Warnings } from '../states/warnings.tsx';
import type { StoreOfPage } from '../store-of-page.server.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';
import { filtersOf, withFilter } from '../view/filters.ts';
import { selectionOf } from '../view/queries.ts';
import { type StatsSearch, withoutSheet } from '../view/search.schema.ts';
import { bookingsOf } from './bookings-sheet.server.tsx';
import { SheetHead } from './sheet-head.tsx';

const LISTED = 8;

/** Money and orders are made of bookings, one by one; what visits did is counted by where they came from. */
const MADE_OF_BOOKINGS: ReadonlySet<MetricId> = new Set([
  'orders',
  'units',
  'gross_sales',
  'discounts',
  'returns',
  'adjustments',
  'net_sales',
  'taxes',
  'shipping',
  'total_sales',
  'average_order_value',
]);

/** What a figure means, the sum that makes it, as of when, and the rows behind it. */
export async function explanationSheet(store: StoreOfPage, search: StatsSearch, metric: MetricId) {
  const { t } = store;
  const asked = narrowed(search);
  const breakdown = breakdownBehind(metric);
  const metrics = [...new Set([metric, ...partsOf(metric), ...breakdown.columns])];
  const question: StatsQuery = {
    ...selectionOf(asked),
    metrics,
    dimensions: [breakdown.dimension],
    orderBy: { metric: breakdown.rank, direction: 'desc' },
    limit: LISTED,
  };
  const [[answer], bookings, names] = await Promise.all([
    store.ask([question]),
    MADE_OF_BOOKINGS.has(metric) ? (store.reading.bookings?.(bookingsOf(asked, LISTED)) ?? null) : null,
    filterNames(store, asked),
  ]);
  if (!answer) throw new Error('A question was left without an answer');
  const page = panelPage(store, asked);
  const { label, definition, formula } = METRICS[metric];
  return (
    <>
      <SheetHead title={t(label)}>
        <span className="panel-note">
          {formatRange(answer.query.range, dayAt(store.now, page.timeZone), t)}
        </span>
      </SheetHead>
      <div className="sheet-scroll explanation" data-sheet="explain">
        <FilterSentences asked={asked} names={names} />
        <Equation metric={metric} answer={answer} page={page} />
        <p>{t(definition)}</p>
        <p className="formula">= {t(formula)}</p>
        <Warnings warnings={answer.warnings} />
        <Freshness answer={answer} page={page} />
        <section>
          <h3>{t('By {dimension}', { dimension: t(DIMENSION_WORDS[breakdown.dimension].label) })}</h3>
          <div className="rank">
            <RankTable
              answer={answer}
              breakdown={breakdown}
              asked={asked}
              renderHeading={({ metric: column, name }) => (
                <ExplainLink metric={column} asked={asked}>
                  {name}
                </ExplainLink>
              )}
            />
          </div>
        </section>
        {bookings === null ? null : (
          <section>
            <h3>{t('The rows behind it')}</h3>
            <div className="rank">
              <BookingsTable bookings={bookings.bookings} page={page} />
            </div>
            {bookings.count > LISTED ? (
              <StateLink search={{ ...asked, show: 'bookings' }} className="more">
                {t('Show all {count}', { count: bookings.count })}
                <Maximize2 size={12} aria-hidden />
              </StateLink>
            ) : null}
          </section>
        )}
      </div>
    </>
  );
}

/** A figure of one row is that of the page narrowed to it. */
function narrowed(search: StatsSearch): StatsSearch {
  const [name, ...value] = search.row?.split(':') ?? [];
  const dimension = DIMENSIONS.find((one) => one === name);
  const state = withoutSheet(search);
  return dimension === undefined
    ? state
    : withFilter(state, { dimension, op: 'is', values: [value.join(':')] });
}

/** By what the rows behind a figure are told. */
function breakdownBehind(metric: MetricId): Breakdown {
  const parts = partsOf(metric);
  const dimension = dimensionBehind(metric);
  return {
    panel: 'sources',
    dimension,
    columns: [...parts.slice(0, 3), metric],
    roomy: [],
    allColumns: [...parts, metric],
    rank: metric,
  };
}

function dimensionBehind(metric: MetricId): Dimension {
  switch (metric) {
    case 'page_views':
      return 'page';
    case 'events':
    case 'checkouts':
      return metric === 'events' ? 'event' : 'channel';
    case 'product_views':
    case 'add_to_carts':
    case 'view_to_order_rate':
    case 'units':
      return 'product';
    default:
      return 'channel';
  }
}

function FilterSentences({ asked, names }: { asked: StatsSearch; names: Readonly<Record<string, string>> }) {
  const t = useT();
  const filters = filtersOf(asked);
  if (filters.length === 0) return null;
  return (
    <ul className="pills">
      {filters.map(({ dimension, op, values }) => (
        <li key={`${dimension} ${op}`} className="pill">
          <span>
            {rich(t, OP_SENTENCES[op], {
              dimension: t(DIMENSION_WORDS[dimension].label),
              values: alternatives(
                values.map((value) => filterName(dimension, value, names, t)),
                t,
              ),
              b: <b />,
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Equation({ metric, answer, page }: { metric: MetricId; answer: StatsAnswer; page: PanelPage }) {
  const t = useT();
  const terms = equationOf(metric, answer);
  const { currency } = page;
  return (
    <dl className="equation">
      {terms?.map((term) => (
        <div key={term.label}>
          <dt>
            {term.sign} {nameOf(term, t)}
          </dt>
          <dd data-term={term.label} data-value={term.value}>
            {term.sign === '−'
              ? formatMetric(term.unit, -term.value, currency, t)
              : formatMetric(term.unit, term.value, currency, t)}
          </dd>
        </div>
      ))}
      <div className="total">
        <dt>{t(METRICS[metric].label)}</dt>
        <dd data-metric={metric} data-value={answer.totals[metric] ?? ''}>
          <ChangeMark metric={metric} now={answer.totals[metric]} before={answer.totalsBefore?.[metric]} />{' '}
          {formatMetric(metric, answer.totals[metric], currency, t)}
        </dd>
      </div>
    </dl>
  );
}

function nameOf({ label }: Term, t: ReturnType<typeof useT>): string {
  const metrics: Partial<Record<string, (typeof METRICS)[MetricId]>> = METRICS;
  const metric = metrics[label];
  return metric ? t(metric.label) : t(label as Exclude<Term['label'], MetricId>);
}

/** What is counted up to when. */
function Freshness({ answer, page }: { answer: StatsAnswer; page: PanelPage }) {
  const t = useT();
  const { answeredAt, lastEventAt } = answer.freshness;
  const at = (time: number) =>
    `${formatDay(dayAt(time, page.timeZone), t)}, ${formatTime(time, page.timeZone)}`;
  return (
    <p className="freshness">
      {t('Everything that had come in by {time} is counted.', {
        time: formatTimeExact(answeredAt, page.timeZone),
      })}{' '}
      {lastEventAt === null ? null : t('The latest was of {time}.', { time: at(lastEventAt) })}
    </p>
  );
}
