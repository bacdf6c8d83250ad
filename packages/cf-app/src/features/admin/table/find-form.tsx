import { Search } from 'lucide-react';
import { organizationPrefix } from '#/lib/page-request.ts';
import type { TablePath } from './admin-path.ts';
import type { TableSearch } from './table-search.ts';

interface FindFormProps {
  at: TablePath;
  search: TableSearch;
  placeholder: string;
}

/** A plain form: works before any script runs. What else the address says stays. */
export function FindForm({ at, search: { find, sort, only }, placeholder }: FindFormProps) {
  return (
    <search className="w-full phone:w-75">
      <form method="get" action={organizationPrefix() + at} className="relative">
        <Search size={16} aria-hidden className="absolute top-2 left-2.5 text-ink-3" />
        <input
          type="search"
          name="find"
          defaultValue={find}
          maxLength={100}
          aria-label={placeholder}
          placeholder={placeholder}
          className="field w-full ps-8"
        />
        {sort === undefined ? null : <input type="hidden" name="sort" value={sort} />}
        {only === undefined ? null : <input type="hidden" name="only" value={only} />}
      </form>
    </search>
  );
}
