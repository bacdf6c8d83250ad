import { ChevronLeft, ChevronRight } from 'lucide-react';
import { buttonLook } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { StateLink } from '../fragments/state-link.tsx';
import type { StatsSearch } from '../view/search.schema.ts';

export const ROWS_A_PAGE = 50;

interface PagerProps {
  search: StatsSearch;
  /** Of the first row that is shown. */
  place: number;
  count: number;
}

/** Which rows are shown, and the way to the others. */
export function Pager({ search, place, count }: PagerProps) {
  const t = useT();
  const last = Math.min(count, place + ROWS_A_PAGE);
  return (
    <nav className="pager" aria-label={t('Pages of the list')}>
      {place > 0 ? (
        <StateLink
          search={{ ...search, place: Math.max(0, place - ROWS_A_PAGE) || undefined }}
          {...buttonLook()}
        >
          <ChevronLeft size={14} aria-hidden />
          {t('Previous')}
        </StateLink>
      ) : null}
      <span>
        {count === 0
          ? t('Nothing found')
          : t('{first} to {last} of {count}', { first: place + 1, last, count })}
      </span>
      {last < count ? (
        <StateLink search={{ ...search, place: place + ROWS_A_PAGE }} {...buttonLook()}>
          {t('Next')}
          <ChevronRight size={14} aria-hidden />
        </StateLink>
      ) : null}
    </nav>
  );
}
