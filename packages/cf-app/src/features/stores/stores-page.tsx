import { Search } from 'lucide-react';
import type { SummariesResult } from './summaries.ts';
import { StoreCard } from './store-card.tsx';

type Found = Extract<SummariesResult, { ok: true }>;

/** As many as fit on one screen need no search. */
const FEW = 6;

export function StoresPage({ result }: { result: Found }) {
  const { all, found, summaries, find } = result;
  return (
    <main id="main" className="page-width pb-8">
      <div className="flex flex-wrap items-end gap-3 pt-8">
        <div className="me-auto">
          <h1 className="text-2xl font-strong tracking-[-0.012em]">Stores</h1>
          <p className="text-ink-3">
            {find ? `${found} of ${all}` : all} {all === 1 ? 'store' : 'stores'} · last 30 days, beside the 30
            before
          </p>
        </div>
        {all > FEW ? <FindForm find={find} /> : null}
      </div>
      {summaries.length === 0 ? (
        <p className="py-16 text-center text-md">
          No store fits “{find}”.{' '}
          <a href="/stores" className="text-link">
            Show all {all}
          </a>
        </p>
      ) : (
        <ul className="store-cards">
          {summaries.map((summary) => (
            <StoreCard key={summary.store.slug} summary={summary} />
          ))}
        </ul>
      )}
      {found > summaries.length ? (
        <p className="pt-5 text-center text-ink-3">
          {found - summaries.length} more. Find them by name, code or domain.
        </p>
      ) : null}
    </main>
  );
}

/** A plain form: works before any script runs. */
function FindForm({ find }: { find: string }) {
  return (
    <search className="w-full phone:w-75">
      <form method="get" action="/stores" className="relative">
        <Search size={16} aria-hidden className="absolute top-2 left-2.5 text-ink-3" />
        <input
          type="search"
          name="find"
          defaultValue={find}
          maxLength={100}
          aria-label="Find a store"
          placeholder="Find by name, code or domain"
          className="field w-full ps-8"
        />
      </form>
    </search>
  );
}
