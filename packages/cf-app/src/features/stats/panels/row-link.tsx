import type { Dimension, StatsRow } from '@layerkick/stats/query';
import { useT } from '#/features/i18n/use-t.ts';
import { StateLink } from '../fragments/state-link.tsx';
import { isOnly, withFilter, withoutFilter } from '../view/filters.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { MoreFilters } from './more-filters.tsx';
import { rowName } from './row-words.ts';

interface RowLinkProps {
  row: Pick<StatsRow, 'dimensions' | 'label'>;
  dimension: Dimension;
  asked: StatsSearch;
  /** Of the bar behind the name, per cent; null for none. */
  width: number | null;
  /** Of the colour before the name; null for none. */
  category: string | null;
}

/** A row's name, which narrows the whole page to it; once narrowed, the same link widens it again. And what else it can be to the page. */
export function RowLink({ row, dimension, asked, width, category }: RowLinkProps) {
  const t = useT();
  const value = row.dimensions[0] ?? '';
  const name = rowName(row, dimension, t);
  const chosen = isOnly(asked, dimension, value);
  const filter = { dimension, op: 'is', values: [value] } as const;
  return (
    <>
      <StateLink
        search={chosen ? withoutFilter(asked, filter) : withFilter(asked, filter)}
        className="row-link"
        data-name={chosen ? name : undefined}
        title={chosen ? t('Remove the filter “{filter}”', { filter: name }) : name}
        aria-current={chosen ? 'true' : undefined}
      >
        {width ? <svg className="bar" width={`${width}%`} aria-hidden /> : null}
        {category === null ? null : <i className="swatch" data-category={category} />}
        <span>{name}</span>
      </StateLink>
      <MoreFilters name={name} />
    </>
  );
}
