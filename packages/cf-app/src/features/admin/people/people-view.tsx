import { Link } from '@tanstack/react-router';
import type { T } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { AdminHead } from '../admin-frame.tsx';
import { InviteForm } from '../memberships/invite-form.tsx';
import { AskWorkOS } from '../organizations/ask-workos.tsx';
import { roleName, stateName } from '../role-words.ts';
import { AdminTable, type Column } from '../table/admin-table.tsx';
import type { TableSearch } from '../table/table-search.ts';
import type { MembershipRow, PeoplePage, PersonRow } from './people.ts';

function columnsIn(t: T): readonly Column<PersonRow>[] {
  return [
    {
      key: 'name',
      title: t('Name'),
      sortable: true,
      cell: ({ id, name, email }) => (
        <Link to="/admin/people/$id" params={{ id }} className="text-link">
          {name ?? email}
        </Link>
      ),
    },
    { key: 'email', title: t('E-mail'), sortable: true, wide: true, cell: ({ email }) => email },
    {
      key: 'organizations',
      title: t('Organizations'),
      wide: true,
      cell: ({ memberships }) => <Memberships memberships={memberships} />,
    },
    { key: 'id', title: t('User id'), cell: ({ id }) => <span className="code">{id}</span> },
  ];
}

interface PeopleViewProps {
  page: PeoplePage;
  search: TableSearch;
  changed: () => Promise<void>;
}

/** Everybody whom WorkOS knows. */
export function PeopleView({ page, search, changed }: PeopleViewProps) {
  const t = useT();
  return (
    <>
      <AdminHead title={t('People')} actions={<AskWorkOS changed={changed} />}>
        {t('Everybody with an account: where they belong, and which stores they see and why.')}
      </AdminHead>
      <div className="grid gap-5">
        <section className="panel p-(--pad)">
          <h2 className="pb-3 text-md font-medium text-ink">{t('Invite somebody')}</h2>
          <InviteForm organizations={page.organizations} changed={changed} />
        </section>
        <AdminTable
          what={t('People')}
          empty={t('Nobody yet.')}
          at="/admin/people"
          search={search}
          page={page}
          columns={columnsIn(t)}
          rowKey={({ id }) => id}
          find={t('Find by name, e-mail, organization, id')}
        >
          <UnknownPerson find={search.find} found={page.total} />
        </AdminTable>
      </div>
    </>
  );
}

/** Access can be granted to an id that has not signed in yet, or that somebody else than WorkOS gives out. */
function UnknownPerson({ find, found }: { find: string | undefined; found: number }) {
  const t = useT();
  if (found > 0 || find === undefined || !/^user_[A-Za-z0-9]+$/.test(find)) return null;
  return (
    <Link to="/admin/people/$id" params={{ id: find }} className="text-link">
      {t('Open {id}', { id: find })}
    </Link>
  );
}

function Memberships({ memberships }: { memberships: readonly MembershipRow[] }) {
  const t = useT();
  return memberships.length === 0 ? (
    <span className="text-ink-3">—</span>
  ) : (
    <ul>
      {memberships.map(({ id, organization, role, status }) => (
        <li key={id}>
          {organization.name} · {roleName(role, t)}
          {status === 'active' ? null : ` · ${stateName(status, t)}`}
        </li>
      ))}
    </ul>
  );
}
