import { Lock, X } from 'lucide-react';
import { Menu } from '#/components/menu.tsx';
import { closeFloating } from '#/components/close-floating.ts';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { OP_SENTENCES } from '#/features/stats/filters/filter-sentence.ts';
import { filterText, filterWords } from '#/features/stats/filters/filter-words.ts';
import {
  filterKey,
  filtersOf,
  replacingFilter,
  type ViewFilter,
  withoutFilter,
} from '#/features/stats/view/filters.ts';
import type { StatsSearch } from '#/features/stats/view/search.schema.ts';

const loadEditor = async () => (await import('#/features/stats/filters/filter-editor.tsx')).FilterEditor;

interface LockedFiltersProps {
  slug: string;
  /** The conditions, and the days whose values are offered. */
  locked: StatsSearch;
  onChange: (locked: StatsSearch) => void;
}

/** What a link that is being made is narrowed to: any conditions, changed where they stand. Has forms of its own. */
export function LockedFilters({ slug, locked, onChange }: LockedFiltersProps) {
  const t = useT();
  const editing = (begin?: ViewFilter) => ({
    className: 'filter-form',
    load: loadEditor,
    given: {
      slug,
      search: locked,
      begin,
      submit: t('Narrow to this'),
      done: (filter: ViewFilter, event: Parameters<typeof closeFloating>[0]) => {
        closeFloating(event);
        onChange(replacingFilter(locked, begin, filter));
      },
    },
    fresh: true,
  });
  return (
    <ul className="pills flex-wrap" aria-label={t('Narrowed to')}>
      {filtersOf(locked).map((filter) => {
        const key = filterKey(filter.dimension, filter.op);
        return (
          <li key={key} className="pill" data-lock={key}>
            <Menu
              id={`lock-${key}`}
              button={{
                title: t('Change this filter'),
                children: rich(t, OP_SENTENCES[filter.op], { ...filterWords(filter, {}, t), b: <b /> }),
              }}
              {...editing(filter)}
            />
            <button
              type="button"
              data-remove=""
              aria-label={t('Remove the filter “{filter}”', { filter: filterText(filter, {}, t) })}
              onClick={() => onChange(withoutFilter(locked, filter))}
            >
              <X size={14} aria-hidden />
            </button>
          </li>
        );
      })}
      <li>
        <Menu
          id="lock-filter"
          button={{
            className: 'button',
            children: (
              <>
                <Lock size={14} aria-hidden />
                {t('Narrow it')}
              </>
            ),
          }}
          {...editing()}
        />
      </li>
    </ul>
  );
}
