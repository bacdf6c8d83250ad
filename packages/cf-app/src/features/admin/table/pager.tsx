import { useT } from '#/features/i18n/use-t.ts';
import type { TablePath } from './admin-path.ts';
import { PAGE_SIZE, pagesOf } from './page-of.ts';
import { TableLink } from './table-link.tsx';
import type { TableSearch } from './table-search.ts';

interface PagerProps {
  at: TablePath;
  search: TableSearch;
  page: number;
  total: number;
}

/** Which rows these are, and the way to the others. */
export function Pager({ at, search, page, total }: PagerProps) {
  const t = useT();
  if (total === 0) return null;
  const first = (page - 1) * PAGE_SIZE + 1;
  const last = Math.min(total, page * PAGE_SIZE);
  return (
    <nav className="panel-foot border-t border-line pt-2.5" aria-label={t('Pages')}>
      <span>{t('{first}–{last} of {total}', { first, last, total })}</span>
      <span className="flex gap-4">
        {page > 1 ? (
          <TableLink at={at} search={turned(search, page - 1)} className="more" rel="prev">
            {t('Previous')}
          </TableLink>
        ) : null}
        {page < pagesOf(total) ? (
          <TableLink at={at} search={turned(search, page + 1)} className="more" rel="next">
            {t('Next')}
          </TableLink>
        ) : null}
      </span>
    </nav>
  );
}

/** The first page is not named. */
function turned(search: TableSearch, page: number): TableSearch {
  const { page: _page, ...rest } = search;
  return page === 1 ? rest : { ...rest, page };
}
