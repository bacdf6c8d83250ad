import type { Baseline, DayRange } from '@layerkick/stats/query';
import { useT } from '#/features/i18n/use-t.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import type { StatsView } from '../view/view.ts';
import { CustomDays } from './custom-days.tsx';
import { MenuLink } from './menu-link.tsx';
import { comparisonLabel } from './period-words.ts';

interface ComparisonChoiceProps {
  view: StatsView;
  search: StatsSearch;
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

export function ComparisonChoice({ view, search, compared }: ComparisonChoiceProps) {
  const t = useT();
  const plain = { ...search, compare_from: undefined, compare_to: undefined };
  return (
    <>
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
    </>
  );
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
