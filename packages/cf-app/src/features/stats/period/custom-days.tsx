import type { DayRange } from '@layerkick/stats/query';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { closeFloating } from '#/components/close-floating.ts';
import { Button } from '#/components/button.tsx';
import { parseSearch, type StatsSearch } from '../view/search.schema.ts';

/** Any two days. A plain form, so that it works before any script runs. */
export function CustomDays({ search, shown }: { search: StatsSearch; shown: DayRange | null }) {
  const navigate = useNavigate({ from: '/stats/$hash' });
  const { from = shown?.from, to = shown?.to, period: _, ...rest } = search;

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const days = new FormData(event.currentTarget);
    closeFloating(event);
    const ends = [days.get('from'), days.get('to')].filter((end) => typeof end === 'string').toSorted();
    void navigate({
      to: '.',
      search: parseSearch({ ...rest, from: ends[0], to: ends[1] }),
      resetScroll: false,
    });
  }

  return (
    <form method="get" onSubmit={apply} className="mt-1.5 grid gap-2 border-t border-line p-2.5">
      {Object.entries(rest).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <label className="grid grid-cols-[40px_1fr] items-center text-ink-2">
        From
        <input key={from} type="date" name="from" defaultValue={from} required className="field" />
      </label>
      <label className="grid grid-cols-[40px_1fr] items-center text-ink-2">
        To
        <input key={to} type="date" name="to" defaultValue={to} required className="field" />
      </label>
      <Button type="submit" className="mt-1 justify-center">
        Show these days
      </Button>
    </form>
  );
}
