import { env } from 'cloudflare:workers';
import { csvLines } from '#/api/v1/export/csv.ts';
import { streamOf } from '#/api/v1/export/stream.ts';
import { problemResponse } from '#/api/problem.ts';
import { requirePermission } from '#/features/auth/guard.server.ts';
import { requestContext } from '#/lib/request-context.server.ts';
import { parseTableSearch, type TableSearch } from '../table/table-search.ts';
import { auditEntries } from './audit-entries.server.ts';

const COLUMNS = ['time', 'actor', 'action', 'target', 'before', 'after', 'via', 'address', 'request_id'];

/** `/admin/audit.csv`: the entries that the page's search finds, all of them, newest first. Times are UTC. */
export async function auditFile(): Promise<Response> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return refused(guarded.code);
  const { searchParams } = new URL(requestContext().request.url);
  const search = parseTableSearch(Object.fromEntries(searchParams));
  return new Response(streamOf(csvLines(COLUMNS, records(search))), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit-log.csv"',
      'cache-control': 'no-store',
    },
  });
}

async function* records(search: TableSearch) {
  for await (const { id: _id, at, requestId, ...entry } of auditEntries(env.DB, search)) {
    yield { ...entry, time: new Date(at).toISOString(), request_id: requestId };
  }
}

function refused(code: 'signed_out' | 'unavailable' | 'forbidden'): Response {
  const status = { signed_out: 401, unavailable: 503, forbidden: 403 }[code];
  return problemResponse({ status, code, title: 'The audit log is for administrators who are signed in' });
}
