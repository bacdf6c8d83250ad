import {
  CHANGE_DIMENSIONS,
  type ChangeDimension,
  type FactorExplained,
  type PartExplained,
} from '@layerkick/stats/change/explain-change';
import { rich } from '#/features/i18n/rich.tsx';
import { msg } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { StateLink } from '../fragments/state-link.tsx';
import { formatMetric, formatMoney, UNKNOWN } from '../format/value.ts';
import { FailedPart } from '../panels/failed-part.tsx';
import { panelPage, type PanelPage } from '../panels/panel-page.ts';
import { MoreFilters } from '../panels/more-filters.tsx';
import { rowName } from '../panels/row-words.ts';
import type { StoreOfPage } from '../store-of-page.server.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';
import { withFilter } from '../view/filters.ts';
import { selectionOf } from '../view/queries.ts';
import { type StatsSearch, withoutSheet } from '../view/search.schema.ts';
import { explain } from '../why/explain.server.ts';
import { signedMoney } from '../why/sentence.ts';
import { FACTOR_WORDS } from '../why/waterfall.tsx';
import { SheetHead } from './sheet-head.tsx';

/** Of each split; what is left is one row, so that each adds up to its factor. */
const PARTS = 6;

/** What moved net sales, whole: each factor by channels, products, countries and devices, to the cent. */
export async function whySheet(store: StoreOfPage, search: StatsSearch) {
  const { t } = store;
  const why = await explain(selectionOf(search), store);
  const page = panelPage(store, withoutSheet(search));
  const title = t('Why did it change?');
  if (!why.ok) return <FailedPart title={title} page={page} />;
  if (why.explained === null) {
    return (
      <>
        <SheetHead title={title} />
        <p className="panel-empty">{t('Nothing is compared: choose a comparison to see what changed.')}</p>
      </>
    );
  }
  const { before, after, change, factors } = why.explained;
  const money = (minor: number) => formatMoney(minor, page.currency, t);
  return (
    <>
      <SheetHead title={title} />
      <div className="sheet-scroll why-parts" data-sheet="why">
        <p>
          {rich(
            t,
            'Net sales went from {before} to {after}: {change}. The parts below add up to it, to the cent.',
            {
              before: money(before),
              after: money(after),
              change: <b>{signedMoney(change, page.currency, t)}</b>,
            },
          )}
        </p>
        {factors.map((factor) => (
          <FactorParts key={factor.factor} factor={factor} page={page} />
        ))}
      </div>
    </>
  );
}

function FactorParts({ factor, page }: { factor: FactorExplained; page: PanelPage }) {
  const t = useT();
  return (
    <section data-factor={factor.factor}>
      <h3>
        {t(FACTOR_WORDS[factor.factor])}
        <span className="panel-note">
          {t('{before} to {after}', {
            before: factorValue(factor, factor.before, page, t),
            after: factorValue(factor, factor.after, page, t),
          })}
        </span>
        <output data-value={factor.effect}>{signedMoney(factor.effect, page.currency, t)}</output>
      </h3>
      <div className="why-splits">
        {CHANGE_DIMENSIONS.map((dimension) => (
          <Split key={dimension} factor={factor} dimension={dimension} page={page} />
        ))}
      </div>
    </section>
  );
}

interface SplitProps {
  factor: FactorExplained;
  dimension: ChangeDimension;
  page: PanelPage;
}

function Split({ factor, dimension, page }: SplitProps) {
  const t = useT();
  const parts = factor.parts[dimension];
  if (!parts || parts.length === 0) return null;
  const named = parts.filter(({ value }) => value !== null).slice(0, PARTS);
  const rest = factor.effect - named.reduce((sum, { effect }) => sum + effect, 0);
  const most = Math.max(1, Math.abs(rest), ...named.map(({ effect }) => Math.abs(effect)));
  const others = parts.length - named.length;
  return (
    <table data-dimension={dimension}>
      <caption>{t(SPLIT_WORDS[dimension])}</caption>
      <tbody>
        {named.map((part) => (
          <tr key={part.value} data-row={part.value}>
            <td>
              <PartLink part={part} dimension={dimension} most={most} page={page} />
            </td>
            <td data-value={part.effect}>{signedMoney(part.effect, page.currency, t)}</td>
          </tr>
        ))}
        {others > 0 ? (
          <tr className="others">
            <td>{t('All others')}</td>
            <td data-value={rest}>{signedMoney(rest, page.currency, t)}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

interface PartLinkProps {
  part: PartExplained;
  dimension: ChangeDimension;
  /** The largest effect of the split. */
  most: number;
  page: PanelPage;
}

function PartLink({ part: { value, label, effect }, dimension, most, page }: PartLinkProps) {
  const t = useT();
  const name = rowName(
    { dimensions: [value ?? ''], ...(label === undefined ? {} : { label }) },
    dimension,
    t,
  );
  return (
    <>
      <StateLink
        search={withFilter(page.asked, { dimension, op: 'is', values: [value ?? ''] })}
        className="row-link"
        data-name={name}
      >
        <svg
          className="bar"
          data-way={effect < 0 ? 'down' : 'up'}
          width={`${Math.round((Math.abs(effect) / most) * 100)}%`}
          aria-hidden
        />
        <span>{name}</span>
      </StateLink>
      <MoreFilters name={name} />
    </>
  );
}

const SPLIT_WORDS: Readonly<Record<ChangeDimension, (typeof DIMENSION_WORDS)[ChangeDimension]['label']>> = {
  channel: msg('By channel'),
  product: msg('By product'),
  country: msg('By country'),
  device: msg('By device'),
};

function factorValue(
  { factor }: FactorExplained,
  value: number | null,
  { currency }: PanelPage,
  t: ReturnType<typeof useT>,
): string {
  if (value === null) return UNKNOWN;
  switch (factor) {
    case 'sessions':
      return formatMetric('sessions', value, currency, t);
    case 'conversion':
      return formatMetric('conversion_rate', value, currency, t);
    case 'order_value':
    case 'corrections':
      return formatMoney(Math.round(value), currency, t);
  }
}
