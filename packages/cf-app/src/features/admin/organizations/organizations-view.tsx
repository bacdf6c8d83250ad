import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef } from 'react';
import { Button } from '#/components/button.tsx';
import { Labelled } from '#/components/labelled.tsx';
import type { T } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { AdminHead } from '../admin-frame.tsx';
import { ProblemNote } from '../confirm/problem-note.tsx';
import { useAction } from '../confirm/use-action.ts';
import { AdminTable, type Column } from '../table/admin-table.tsx';
import type { TableSearch } from '../table/table-search.ts';
import { useWords } from '../use-words.ts';
import { AskWorkOS } from './ask-workos.tsx';
import { addOrganization } from './organizations.functions.ts';
import type { OrganizationRow, OrganizationsPage } from './organizations.ts';

function columnsIn(t: T): readonly Column<OrganizationRow>[] {
  return [
    {
      key: 'name',
      title: t('Name'),
      sortable: true,
      cell: ({ id, name }) => (
        <Link to="/admin/organizations/$id" params={{ id }} className="text-link">
          {name}
        </Link>
      ),
    },
    { key: 'members', title: t('Members'), sortable: true, figures: true, cell: ({ members }) => members },
    { key: 'stores', title: t('Stores'), sortable: true, figures: true, cell: ({ stores }) => stores },
    {
      key: 'domains',
      title: t('Domains'),
      cell: ({ domains }) =>
        domains.length === 0 ? <span className="text-ink-3">—</span> : domains.join(', '),
    },
    { key: 'sso', title: t('Single sign-on'), cell: (row) => <SsoWords row={row} /> },
    { key: 'id', title: t('Organization id'), cell: ({ id }) => <span className="code">{id}</span> },
  ];
}

interface OrganizationsViewProps {
  page: OrganizationsPage;
  search: TableSearch;
  changed: () => Promise<void>;
}

/** Every tenant. */
export function OrganizationsView({ page, search, changed }: OrganizationsViewProps) {
  const t = useT();
  return (
    <>
      <AdminHead title={t('Organizations')} actions={<AskWorkOS changed={changed} />}>
        {t('Who belongs together: members, stores, domains and how they sign in.')}
      </AdminHead>
      <div className="grid gap-5">
        <NewOrganization />
        <AdminTable
          what={t('Organizations')}
          empty={t('No organizations yet.')}
          at="/admin/organizations"
          search={search}
          page={page}
          columns={columnsIn(t)}
          rowKey={({ id }) => id}
          find={t('Find by name, domain, id')}
        />
      </div>
    </>
  );
}

function SsoWords({ row: { sso, requiresSso } }: { row: OrganizationRow }) {
  const t = useT();
  if (!sso) return <span className="text-ink-3">{requiresSso ? t('Required once connected') : '—'}</span>;
  return requiresSso ? t('Required') : t('Connected');
}

function NewOrganization() {
  const t = useT();
  const navigate = useNavigate();
  const { busy, problem, act } = useAction(useWords());
  // One until it worked: an attempt whose answer was lost makes no second organization.
  const attempt = useRef<string>(undefined);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '');
    attempt.current ??= crypto.randomUUID();
    const key = attempt.current;
    void act(
      () => addOrganization({ data: { name, attempt: key } }),
      async ({ id }) => {
        attempt.current = undefined;
        await navigate({ to: '/admin/organizations/$id', params: { id } });
      },
    );
  }

  return (
    <form onSubmit={submit} className="panel gap-2 p-(--pad)" aria-labelledby="new-organization">
      <h2 id="new-organization" className="text-md font-medium text-ink">
        {t('New organization')}
      </h2>
      <div className="flex flex-wrap items-end gap-2">
        <Labelled label={t('Name')}>
          <input
            name="name"
            required
            maxLength={200}
            autoComplete="off"
            className="field w-65"
            onChange={() => {
              attempt.current = undefined;
            }}
          />
        </Labelled>
        <Button type="submit" look="primary" disabled={busy}>
          {t('Create')}
        </Button>
      </div>
      <ProblemNote problem={problem} />
    </form>
  );
}
