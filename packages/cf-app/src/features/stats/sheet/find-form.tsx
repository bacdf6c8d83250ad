import { Search } from 'lucide-react';
import { useT } from '#/features/i18n/use-t.ts';
import type { StatsSearch } from '../view/search.schema.ts';

/** Narrows the rows of a sheet to those with a text in them. A plain form: the address keeps the rest of the state. */
export function FindForm({ search, label }: { search: StatsSearch; label: string }) {
  const t = useT();
  const { find, place: _, ...rest } = search;
  return (
    <search className="find">
      <form method="get">
        {Object.entries(rest).map(([name, value]) =>
          value === undefined ? null : (
            <input key={name} type="hidden" name={name} value={inAddress(value)} />
          ),
        )}
        <Search size={14} aria-hidden />
        <input
          id="sheet-find"
          type="search"
          name="find"
          className="field"
          defaultValue={find}
          aria-label={label}
          placeholder={t('Search')}
          autoComplete="off"
          maxLength={200}
        />
      </form>
    </search>
  );
}

/** As the router writes it. */
function inAddress(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
