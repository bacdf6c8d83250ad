import { Download } from 'lucide-react';
import { buttonLook } from '#/components/button.tsx';
import { utcTime } from '#/features/health/utc-time.ts';
import type { T } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { organizationPrefix } from '#/lib/page-request.ts';
import { AdminHead } from '../admin-frame.tsx';
import { AdminTable, type Column } from '../table/admin-table.tsx';
import { TableLink } from '../table/table-link.tsx';
import type { TableSearch } from '../table/table-search.ts';
import { AREAS, type AuditPage, type AuditRow, VIA_WORDS } from './audit.ts';

const AT = '/admin/audit';

function columnsIn(t: T): readonly Column<AuditRow>[] {
  return [
    {
      key: 'at',
      title: t('When'),
      sortable: true,
      cell: ({ at }) => <time dateTime={new Date(at).toISOString()}>{utcTime(at)}</time>,
    },
    { key: 'actor', title: t('Who'), sortable: true, wide: true, cell: ({ actor }) => actor },
    {
      key: 'action',
      title: t('What'),
      sortable: true,
      cell: ({ action }) => <span className="code">{action}</span>,
    },
    { key: 'target', title: t('Whose'), sortable: true, wide: true, cell: ({ target }) => target },
    { key: 'before', title: t('Before'), wide: true, cell: ({ before }) => <Value json={before} /> },
    { key: 'after', title: t('After'), wide: true, cell: ({ after }) => <Value json={after} /> },
    { key: 'from', title: t('From where'), wide: true, cell: (row) => <From row={row} /> },
  ];
}

/** Who changed whose access, newest first. */
export function AuditView({ page, search }: { page: AuditPage; search: TableSearch }) {
  const t = useT();
  return (
    <>
      <AdminHead
        title={t('Audit log')}
        actions={
          <a href={`${organizationPrefix()}${AT}.csv?${queryOf(search)}`} download {...buttonLook()}>
            <Download size={14} aria-hidden /> {t('Export CSV')}
          </a>
        }
      >
        {t('Every change of access: who made it, from where, and what was before and after.')}
      </AdminHead>
      <AdminTable
        what={t('Audit log')}
        empty={t('No entries yet.')}
        at={AT}
        search={search}
        page={page}
        columns={columnsIn(t)}
        rowKey={({ id }) => id}
        find={t('Find by person, store, request id')}
      >
        <Areas search={search} />
      </AdminTable>
    </>
  );
}

function Areas({ search }: { search: TableSearch }) {
  const t = useT();
  const { only, page: _page, ...rest } = search;
  return (
    <nav className="tabs flex-wrap" aria-label={t('What changes are about')}>
      <TableLink at={AT} search={rest} aria-current={only === undefined ? 'true' : undefined}>
        {t('All')}
      </TableLink>
      {Object.entries(AREAS).map(([area, name]) => (
        <TableLink
          key={area}
          at={AT}
          search={{ ...rest, only: area }}
          aria-current={only === area ? 'true' : undefined}
        >
          {t(name)}
        </TableLink>
      ))}
    </nav>
  );
}

function Value({ json }: { json: string | null }) {
  return json === null ? <span className="text-ink-3">—</span> : <code className="text-xs">{json}</code>;
}

function From({ row: { via, address, requestId } }: { row: AuditRow }) {
  const t = useT();
  const words = via === null ? undefined : VIA_WORDS[via];
  return (
    <>
      {via === null ? t('Not recorded') : words === undefined ? via : t(words)}
      {address === null ? null : ` · ${address}`}
      <span className="block font-mono text-xs tracking-normal text-ink-3">req {requestId}</span>
    </>
  );
}

function queryOf({ find, only }: TableSearch): string {
  return new URLSearchParams({
    ...(find === undefined ? {} : { find }),
    ...(only === undefined ? {} : { only }),
  }).toString();
}
