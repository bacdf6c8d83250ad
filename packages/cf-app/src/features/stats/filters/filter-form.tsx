import { useNavigate } from '@tanstack/react-router';
import { closeFloating } from '#/components/close-floating.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { replacingFilter, type ViewFilter } from '../view/filters.ts';
import { type StatsSearch, withoutSheet } from '../view/search.schema.ts';
import { FilterEditor } from './filter-editor.tsx';

interface FilterFormProps {
  slug: string;
  search: StatsSearch;
  /** What it begins with, and takes the place of; a condition more where left out. */
  begin?: ViewFilter;
}

/** A condition of the page. */
export function FilterForm({ slug, search, begin }: FilterFormProps) {
  const t = useT();
  const navigate = useNavigate();
  return (
    <FilterEditor
      slug={slug}
      search={search}
      begin={begin}
      submit={t('Show only these')}
      done={(filter, event) => {
        closeFloating(event);
        const next = withoutSheet(replacingFilter(search, begin, filter));
        void navigate({ to: '.', search: next, resetScroll: false });
      }}
    />
  );
}
