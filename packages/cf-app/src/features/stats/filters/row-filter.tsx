import { useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { excluding, filtersOf, withFilter } from '../view/filters.ts';
import { type StatsSearch, withoutSheet } from '../view/search.schema.ts';
import { ViewLink } from '../view/view-link.tsx';
import { FilterForm } from './filter-form.tsx';
import type { NamedRow } from '../fragments/named-row.ts';

interface RowFilterProps {
  row: NamedRow;
  /** What was pressed: it stands beside that, and gives the focus back to it. */
  opener: HTMLElement;
  search: StatsSearch;
  closed: () => void;
}

/** What a row can be to the page: all of it, left out of it, or one of several values. */
export default function RowFilter({ row, opener, search, closed }: RowFilterProps) {
  const t = useT();
  const panel = useRef<HTMLDialogElement>(null);
  const { dimension, value, name } = row;
  const state = withoutSheet(search);
  const present = filtersOf(state).find((filter) => filter.dimension === dimension && filter.op === 'is');
  // As the address has it: a store's slug, or the token of a shared link.
  const { hash, token } = useParams({ strict: false });

  useEffect(() => {
    panel.current?.showPopover({ source: opener });
    panel.current?.querySelector('a')?.focus();
  }, [opener]);

  return (
    <dialog
      ref={panel}
      popover="auto"
      aria-label={t('More filters with {name}', { name })}
      className="floating filter-form"
      onToggle={(event) => {
        if (event.newState === 'closed') closed();
      }}
    >
      <p className="row-filter">
        <ViewLink search={withFilter(state, { dimension, op: 'is', values: [value] })} className="button">
          {t('Only {name}', { name })}
        </ViewLink>
        <ViewLink search={excluding(state, dimension, value)} className="button">
          {t('All but {name}', { name })}
        </ViewLink>
      </p>
      <FilterForm
        slug={hash ?? token ?? ''}
        search={search}
        begin={{ dimension, op: 'is', values: [...new Set([...(present?.values ?? []), value])] }}
      />
    </dialog>
  );
}
