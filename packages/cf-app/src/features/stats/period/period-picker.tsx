import type { DayRange } from '@layerkick/stats/query';
import { CalendarDays, ChevronDown } from 'lucide-react';
import { Menu } from '#/components/menu.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import type { StatsView } from '../view/view.ts';
import { ComparisonMenu } from './comparison-menu.tsx';
import { periodLabel } from './period-words.ts';

interface PeriodPickerProps {
  view: StatsView;
  search: StatsSearch;
  /** The days that are shown, which choosing others begins with. */
  shown: DayRange | null;
  /** The days that they are compared with. */
  compared: DayRange | null;
}

const loadChoice = async () => (await import('./period-choice.tsx')).PeriodChoice;

export function PeriodPicker({ view, search, shown, compared }: PeriodPickerProps) {
  const t = useT();
  return (
    <div className="joined">
      <Menu
        id="period-menu"
        button={{
          className: 'button',
          children: (
            <>
              <CalendarDays size={16} aria-hidden className="max-phone:hidden" />
              <span className="sr-only">{t('Period:')} </span>
              {periodLabel(view, t)}
              <ChevronDown size={14} aria-hidden />
            </>
          ),
        }}
        side="end"
        className="w-80 p-1.5"
        load={loadChoice}
        given={{ view, search, shown }}
      />
      <ComparisonMenu view={view} search={search} compared={compared ?? shown} />
    </div>
  );
}
