import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { buttonLook } from '#/components/button.tsx';
import { utcTime } from '#/features/health/utc-time.ts';
import type { T } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { formatBytes } from '#/features/stores/byte-words.ts';
import { AdminHead } from '../admin-frame.tsx';
import { AdminTable, type Column } from '../table/admin-table.tsx';
import { TableLink } from '../table/table-link.tsx';
import type { TableSearch } from '../table/table-search.ts';
import { Concerns } from './concerns.tsx';
import type { StoreRow, StoresPage } from './stores.ts';

const AT = '/admin/stores';

function columnsIn(t: T): readonly Column<StoreRow>[] {
  return [
    {
      key: 'name',
      title: t('Store'),
      sortable: true,
      cell: ({ slug, name }) => (
        <>
          <Link to="/admin/stores/$slug" params={{ slug }} className="text-link">
            {name}
          </Link>{' '}
          <span className="code">{slug}</span>
        </>
      ),
    },
    {
      key: 'organizations',
      title: t('Organizations'),
      cell: ({ organizations }) =>
        organizations.length === 0 ? (
          <span className="text-ink-3">{t('None')}</span>
        ) : (
          organizations.map(({ name }) => name).join(', ')
        ),
    },
    { key: 'health', title: t('State'), cell: ({ concerns }) => <Concerns concerns={concerns} /> },
    {
      key: 'last',
      title: t('Last event'),
      sortable: true,
      cell: ({ look }) => <Moment at={look?.lastEventAt ?? null} />,
    },
    {
      key: 'events',
      title: t('Events'),
      sortable: true,
      figures: true,
      cell: ({ look }) => (look === null ? '—' : t.number(look.events)),
    },
    {
      key: 'size',
      title: t('Size'),
      sortable: true,
      figures: true,
      cell: ({ look }) => (look === null ? '—' : formatBytes(look.bytes, t)),
    },
    {
      key: 'objects',
      title: t('Objects'),
      figures: true,
      cell: ({ look }) => (look === null ? '—' : t.number(look.shards)),
    },
    {
      key: 'created',
      title: t('Created'),
      sortable: true,
      cell: ({ createdAt }) => <Moment at={createdAt} />,
    },
  ];
}

/** Every store of the service. */
export function StoresView({ page, search }: { page: StoresPage; search: TableSearch }) {
  const t = useT();
  const { only, page: _page, ...rest } = search;
  return (
    <>
      <AdminHead
        title={t('Stores')}
        actions={
          <Link to="/admin/stores/new" {...buttonLook('primary')}>
            <Plus size={14} aria-hidden /> {t('New store')}
          </Link>
        }
      >
        {t('Every store, whose it is, what it holds and how its object is doing right now.')}
      </AdminHead>
      <AdminTable
        what={t('Stores')}
        empty={t('No stores yet.')}
        at={AT}
        search={search}
        page={page}
        columns={columnsIn(t)}
        rowKey={({ slug }) => slug}
        find={t('Find by name, code, domain, organization')}
      >
        <nav className="tabs flex-wrap" aria-label={t('Which stores')}>
          <TableLink at={AT} search={rest} aria-current={only === undefined ? 'true' : undefined}>
            {t('All')}
          </TableLink>
          <TableLink
            at={AT}
            search={{ ...rest, only: 'unassigned' }}
            aria-current={only === 'unassigned' ? 'true' : undefined}
          >
            {t('In no organization')}
          </TableLink>
        </nav>
        {page.orderedAsOf === null ? null : (
          <p className="w-full text-ink-3">
            {t(
              'More stores than can be asked at once: the order is of what each said last, {time} or later.',
              {
                time: utcTime(page.orderedAsOf),
              },
            )}
          </p>
        )}
      </AdminTable>
    </>
  );
}

function Moment({ at }: { at: number | null }) {
  const t = useT();
  if (at === null) return <span className="text-ink-3">{t('Never')}</span>;
  return <time dateTime={new Date(at).toISOString()}>{utcTime(at)}</time>;
}
