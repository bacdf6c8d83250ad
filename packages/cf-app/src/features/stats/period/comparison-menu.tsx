import type { Baseline, DayRange } from '@layerkick/stats/query';
import { ChevronDown } from 'lucide-react';
import { msg } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import type { StatsView } from '../view/view.ts';
import { CustomDays } from './custom-days.tsx';
import { MenuLink } from './menu-link.tsx';
import { comparisonLabel } from './period-words.ts';

interface ComparisonMenuProps {
  view: StatsView;
  search: StatsSearch;
  /** The days that choosing others begins with. */
  compared: DayRange | null;
}

const CHOICES: readonly {
  readonly baseline: Extract<Baseline, string>;
  readonly compare: StatsSearch['compare'];
}[] = [
  { baseline: 'previous', compare: undefined },
  { baseline: 'previous_year', compare: 'year' },
  { baseline: 'matching_weekdays', compare: 'weekdays' },
];

export function ComparisonMenu({ view, search, compared }: ComparisonMenuProps) {
  const t = useT();
  // There is nothing before everything.
  if (view.period === 'all' && view.compare === null) return null;
  const plain = { ...search, compare_from: undefined, compare_to: undefined };
  return (
    <>
      <button type="button" className="button" popoverTarget="comparison-menu">
        <span className="sr-only">{t('Comparison:')} </span>
        {view.compare === null ? (
          t('No comparison')
        ) : (
          <>
            <span className="max-phone:hidden">
              {t('vs {period}', { period: comparisonLabel(view.compare, view, t) })}
            </span>
            <span className="phone:hidden">
              {t('vs {period}', {
                period: t(SHORT[typeof view.compare === 'string' ? view.compare : 'days']),
              })}
            </span>
          </>
        )}
        <ChevronDown size={14} aria-hidden />
      </button>
      <div id="comparison-menu" popover="auto" data-side="end" className="floating w-64 p-1.5">
        <nav aria-label={t('Comparison')}>
          {CHOICES.map(({ baseline, compare }) => (
            <MenuLink key={baseline} search={{ ...plain, compare }} current={view.compare === baseline}>
              {capitalised(comparisonLabel(baseline, view, t))}
            </MenuLink>
          ))}
          <MenuLink search={{ ...plain, compare: 'none' }} current={view.compare === null}>
            {t('No comparison')}
          </MenuLink>
        </nav>
        <CustomDays
          names={['compare_from', 'compare_to']}
          without={['compare']}
          search={search}
          shown={compared}
        />
      </div>
    </>
  );
}

const SHORT = {
  previous: msg('previous'),
  previous_year: msg('last year'),
  matching_weekdays: msg('weekdays'),
  days: msg('other days'),
} as const;

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
