import { Search } from 'lucide-react';
import { useT } from '#/features/i18n/use-t.ts';
import { organizationPrefix } from '#/lib/page-request.ts';
import type { SummariesResult } from './summaries.ts';
import { StoreCard } from './store-card.tsx';

type Found = Extract<SummariesResult, { ok: true }>;

/** As many as fit on one screen need no search. */
const FEW = 6;

export function StoresPage({ result }: { result: Found }) {
  const t = useT();
  const { all, found, summaries, find } = result;
  return (
    <main id="main" className="page-width pb-8">
      <div className="flex flex-wrap items-end gap-3 pt-8">
        <div className="me-auto">
          <h1 className="text-2xl font-strong tracking-[-0.012em]">{t('Stores')}</h1>
          <p className="text-ink-3">
            {find
              ? t('{found} of {all} stores · last 30 days, beside the 30 before', { found, all })
              : t(
                  '{count} store · last 30 days, beside the 30 before|{count} stores · last 30 days, beside the 30 before',
                  { count: all },
                )}
          </p>
        </div>
        {all > FEW ? <FindForm find={find} /> : null}
      </div>
      {summaries.length === 0 ? (
        <p className="py-16 text-center text-md">
          {t('No store fits “{find}”.', { find })}{' '}
          <a href={`${organizationPrefix()}/stores`} className="text-link">
            {t('Show all {count}', { count: all })}
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
          {t('{count} more. Find them by name, code or domain.', { count: found - summaries.length })}
        </p>
      ) : null}
    </main>
  );
}

/** A plain form: works before any script runs. */
function FindForm({ find }: { find: string }) {
  const t = useT();
  return (
    <search className="w-full phone:w-75">
      <form method="get" action={`${organizationPrefix()}/stores`} className="relative">
        <Search size={16} aria-hidden className="absolute top-2 left-2.5 text-ink-3" />
        <input
          type="search"
          name="find"
          defaultValue={find}
          maxLength={100}
          aria-label={t('Find a store')}
          placeholder={t('Find by name, code or domain')}
          className="field w-full ps-8"
        />
      </form>
    </search>
  );
}
