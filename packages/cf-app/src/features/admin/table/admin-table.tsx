import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import type { TablePath } from './admin-path.ts';
import { FindForm } from './find-form.tsx';
import type { Page } from './page-of.ts';
import { Pager } from './pager.tsx';
import { TableLink } from './table-link.tsx';
import { sortedBy, type TableSearch } from './table-search.ts';

export interface Column<Row> {
  /** As the address names it. */
  readonly key: string;
  readonly title: string;
  readonly sortable?: boolean;
  /** Figures stand at the end of their cell. */
  readonly figures?: boolean;
  /** Long texts, which break where they have to. */
  readonly wide?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface AdminTableProps<Row> {
  /** What the rows are: "Stores". */
  what: string;
  /** Instead of rows where there are none: "No stores yet." */
  empty: string;
  at: TablePath;
  search: TableSearch;
  page: Page<Row>;
  /** The first one names its row. */
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string | number;
  /** What the search looks at: "Find by name". */
  find: string;
  /** Beside the search. */
  children?: ReactNode;
}

/** A table of the console: searched, sorted and turned over by its address, so that it works before any script runs. */
export function AdminTable<Row>(props: AdminTableProps<Row>) {
  const { what, empty, at, search, page, columns, rowKey, find, children } = props;
  const t = useT();
  const all = search.find === undefined && search.only === undefined;
  return (
    <section className="panel" aria-label={what}>
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-(--pad) py-3">
        <FindForm at={at} search={search} placeholder={find} />
        {children}
      </div>
      {page.rows.length === 0 ? (
        <p className="px-(--pad) py-10 text-center text-ink-3">
          {all ? empty : t('Nothing fits that.')}{' '}
          {all ? null : (
            <TableLink at={at} search={{}} className="text-link">
              {t('Show all')}
            </TableLink>
          )}
        </p>
      ) : (
        <div className="table-scroll">
          <table className="admin-table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <Head key={column.key} column={column} at={at} search={search} order={page.order} />
                ))}
              </tr>
            </thead>
            <tbody>
              {page.rows.map((row) => (
                <tr key={rowKey(row)}>
                  {columns.map(({ key, figures, wide, cell }, index) =>
                    index === 0 ? (
                      <th key={key} scope="row">
                        {cell(row)}
                      </th>
                    ) : (
                      <td key={key} data-figures={figures} data-wide={wide}>
                        {cell(row)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager at={at} search={search} page={page.page} total={page.total} />
    </section>
  );
}

function Head<Row>({
  column: { key, title, sortable, figures },
  at,
  search,
  order,
}: {
  column: Column<Row>;
  at: TablePath;
  search: TableSearch;
  order: Page<Row>['order'];
}) {
  const current = order.column === key;
  const way = order.descending ? 'descending' : 'ascending';
  const Arrow = order.descending ? ArrowDown : ArrowUp;
  return (
    <th scope="col" data-figures={figures} aria-sort={current ? way : undefined}>
      {sortable ? (
        <TableLink
          at={at}
          // The order that holds may be the usual one, which the address does not name.
          search={sortedBy(current ? { ...search, sort: order.descending ? `-${key}` : key } : search, key)}
          className="inline-flex items-center gap-1 hover:text-ink"
        >
          {title}
          {current ? <Arrow size={12} aria-hidden /> : null}
        </TableLink>
      ) : (
        title
      )}
    </th>
  );
}
