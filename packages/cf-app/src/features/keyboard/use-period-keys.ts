import type { DayRange } from '@layerkick/stats/query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import type { StatsSearch } from '#/features/stats/view/search.schema.ts';
import { isTaken } from './is-taken.ts';

/** Keys of a store's page: letters choose periods, arrows the days before and after. */
export function usePeriodKeys(search: StatsSearch, shown: DayRange | null): void {
  const navigate = useNavigate({ from: '/stats/$hash' });
  const onKey = useEffectEvent(async (event: KeyboardEvent) => {
    if (isTaken(event) || !/^(?:[a-z]|Arrow(?:Left|Right))$/i.test(event.key)) return;
    const { stateAfter } = await import('./period-keys.ts');
    const next = stateAfter(event.key, search, shown);
    if (next !== null) void navigate({ to: '.', search: next, resetScroll: false });
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => void onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
