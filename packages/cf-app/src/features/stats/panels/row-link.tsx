import type { Dimension, StatsRow } from '@layerkick/stats/query';
import { useT } from '#/features/i18n/use-t.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { isOnly, withFilter, withoutFilter } from '../view/filters.ts';
import { ViewLink } from '../view/view-link.tsx';
import { rowName } from './row-words.ts';

interface RowLinkProps {
  row: StatsRow;
  dimension: Dimension;
  search: StatsSearch;
  /** Of the bar behind the name, per cent; null for none. */
  width: number | null;
  /** Of the colour before the name; null for none. */
  category: string | null;
}

/** A row's name, which narrows the whole page to it. Once narrowed, the same link widens it again. */
export function RowLink({ row, dimension, search, width, category }: RowLinkProps) {
  const t = useT();
  const value = row.dimensions[0] ?? '';
  const name = rowName(row, dimension, t);
  const chosen = isOnly(search, dimension, value);
  const filter = { dimension, op: 'is', values: [value] } as const;
  return (
    <ViewLink
      search={{ ...(chosen ? withoutFilter(search, filter) : withFilter(search, filter)), show: undefined }}
      className="row-link"
      title={chosen ? t('Remove the filter “{filter}”', { filter: name }) : name}
      aria-current={chosen ? 'true' : undefined}
    >
      {width ? <svg className="bar" width={`${width}%`} aria-hidden /> : null}
      {category === null ? null : <i className="swatch" data-category={category} />}
      <span>{name}</span>
    </ViewLink>
  );
}
