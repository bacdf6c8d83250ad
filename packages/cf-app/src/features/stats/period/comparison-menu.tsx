import type { DayRange } from '@layerkick/stats/query';
import { ChevronDown } from 'lucide-react';
import { Menu } from '#/components/menu.tsx';
import { msg } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import type { StatsView } from '../view/view.ts';
import { comparisonLabel } from './period-words.ts';

interface ComparisonMenuProps {
  view: StatsView;
  search: StatsSearch;
  /** The days that choosing others begins with. */
  compared: DayRange | null;
}

const SHORT = {
  previous: msg('previous'),
  previous_year: msg('last year'),
  matching_weekdays: msg('weekdays'),
  days: msg('other days'),
} as const;

const loadChoice = async () => (await import('./comparison-choice.tsx')).ComparisonChoice;

export function ComparisonMenu({ view, search, compared }: ComparisonMenuProps) {
  const t = useT();
  // There is nothing before everything.
  if (view.period === 'all' && view.compare === null) return null;
  const { compare } = view;
  return (
    <Menu
      id="comparison-menu"
      button={{
        className: 'button',
        children: (
          <>
            <span className="sr-only">{t('Comparison:')} </span>
            {compare === null ? (
              t('No comparison')
            ) : (
              <>
                <span className="max-phone:hidden">
                  {t('vs {period}', { period: comparisonLabel(compare, view, t) })}
                </span>
                <span className="phone:hidden">
                  {t('vs {period}', { period: t(SHORT[typeof compare === 'string' ? compare : 'days']) })}
                </span>
              </>
            )}
            <ChevronDown size={14} aria-hidden />
          </>
        ),
      }}
      side="end"
      className="w-64 p-1.5"
      load={loadChoice}
      given={{ view, search, compared }}
    />
  );
}
