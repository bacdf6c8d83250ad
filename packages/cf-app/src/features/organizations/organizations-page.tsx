import { useState } from 'react';
import { Button } from '#/components/button.tsx';
import { useAuth } from '#/features/auth/use-auth.ts';
import { msg, type Phrase } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { beginVisit } from './organizations.functions.ts';
import type { NamedOrganization } from './organizations.ts';

interface OrganizationsPageProps {
  /** What an operator found; null for everybody else. */
  tenants: readonly NamedOrganization[] | null;
  find: string;
}

const PROBLEMS: Readonly<Record<string, Phrase>> = {
  not_a_member: msg(
    'You are not a member of that organization any more. You are still signed in where you were.',
  ),
  tenant_unknown: msg('There is no such organization.'),
};

/** Where one belongs, to go there; for operators, every tenant. */
export function OrganizationsPage({ tenants, find }: OrganizationsPageProps) {
  const t = useT();
  const { organization, organizations, visiting, home, switchOrganization } = useAuth();
  const [problem, setProblem] = useState<Phrase | null>(null);
  const tell = (outcome: { ok: boolean; code?: string }) => {
    if (outcome.ok) location.assign(`${home}/`);
    else
      setProblem(
        PROBLEMS[outcome.code ?? ''] ?? msg('That did not work. You are still signed in where you were.'),
      );
  };
  return (
    <main id="main" className="page-width max-w-[46rem] pt-8 pb-16">
      <h1 className="pb-5 text-2xl font-strong tracking-[-0.012em]">{t('Organizations')}</h1>
      {problem === null ? null : (
        <p role="alert" className="pb-4">
          {t(problem)}
        </p>
      )}
      <section aria-label={t('Yours')}>
        {organizations?.length ? (
          <OrganizationList
            organizations={organizations}
            current={organization?.id}
            action={t('Switch')}
            choose={async (id) => tell(await switchOrganization(id))}
          />
        ) : (
          <p className="text-ink-3">
            {t('You belong to no organization. Stores that were shared with you are under Stores.')}
          </p>
        )}
      </section>
      {tenants === null ? null : (
        <section aria-labelledby="tenants" className="pt-8">
          <h2 id="tenants" className="pb-3 text-lg font-strong">
            {t('All tenants')}
          </h2>
          <form method="get" className="flex gap-2 pb-3">
            <input name="find" defaultValue={find} aria-label={t('Find a tenant')} className="field" />
            <Button type="submit">{t('Find')}</Button>
          </form>
          {tenants.length === 0 ? <p className="text-ink-3">{t('No tenant has that in its name.')}</p> : null}
          <OrganizationList
            organizations={tenants}
            current={visiting?.id}
            action={t('Look at')}
            choose={async (id) => tell(await beginVisit({ data: { organization: id } }))}
          />
        </section>
      )}
    </main>
  );
}

interface OrganizationListProps {
  organizations: readonly NamedOrganization[];
  current: string | undefined;
  action: string;
  choose: (id: string) => Promise<void>;
}

function OrganizationList({ organizations, current, action, choose }: OrganizationListProps) {
  const t = useT();
  return (
    <ul>
      {organizations.map(({ id, name }) => (
        <li key={id} className="flex items-center justify-between gap-3 border-b border-line py-2">
          <span className="min-w-0">
            <span className="block truncate font-medium">{name}</span>
            <span className="font-mono text-xs tracking-normal text-ink-3">{id}</span>
          </span>
          {id === current ? (
            <span aria-current="true" className="text-ink-3">
              {t('You are here')}
            </span>
          ) : (
            <Button aria-label={`${action}: ${name}`} onClick={() => void choose(id)}>
              {action}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
