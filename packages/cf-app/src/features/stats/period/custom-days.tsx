import type { DayRange } from '@layerkick/stats/query';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { closeFloating } from '#/components/close-floating.ts';
import { Button } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { parseSearch, type StatsSearch } from '../view/search.schema.ts';

interface CustomDaysProps {
  /** What the ends are called in the URL. */
  names: readonly ['from', 'to'] | readonly ['compare_from', 'compare_to'];
  /** What other days take the place of. */
  without: readonly (keyof StatsSearch)[];
  search: StatsSearch;
  shown: DayRange | null;
}

/** Any two days. A plain form, so that it works before any script runs. */
export function CustomDays({ names, without, search, shown }: CustomDaysProps) {
  const t = useT();
  const navigate = useNavigate();
  const [first, last] = names;
  const replaced = new Set<string>([...names, ...without]);
  const rest = Object.fromEntries(Object.entries(search).filter(([name]) => !replaced.has(name)));

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const days = new FormData(event.currentTarget);
    closeFloating(event);
    const [from, to] = names
      .map((name) => days.get(name))
      .filter((end) => typeof end === 'string')
      .toSorted();
    void navigate({
      to: '.',
      search: parseSearch({ ...rest, [first]: from, [last]: to }),
      resetScroll: false,
    });
  }

  return (
    <form method="get" onSubmit={apply} className="mt-1.5 grid gap-2 border-t border-line p-2.5">
      {Object.entries(rest).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={inAddress(value)} />,
      )}
      <DayField label={t('From')} name={first} day={search[first] ?? shown?.from} />
      <DayField label={t('To')} name={last} day={search[last] ?? shown?.to} />
      <Button type="submit" className="mt-1 justify-center">
        {first === 'from' ? t('Show these days') : t('Compare with these days')}
      </Button>
    </form>
  );
}

function DayField({ label, name, day }: { label: string; name: string; day: string | undefined }) {
  return (
    <label className="grid grid-cols-[40px_1fr] items-center text-ink-2">
      {label}
      <input key={day} type="date" name={name} defaultValue={day} required className="field" />
    </label>
  );
}

/** As the router writes it. */
function inAddress(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
