import type { WorkOSDirectory } from '@layerkick/auth/workos/directory';
import { z } from 'zod';
import { log } from '#/lib/log.server.ts';
import { endSessionsAfter } from './change-statements.server.ts';
import { MIRROR_TABLES, type MirroredRecord, type MirrorTable, readRecord } from './records.ts';
import { repairStatement } from './repair-statement.server.ts';
import { type MirrorRow, type Repair, repairsOf } from './repairs.ts';
import { writeSync } from './sync-cursor.server.ts';

/** How many rows of each table were wrong, by what was wrong with them. */
export type Comparison = Readonly<
  Record<
    MirrorTable,
    { readonly rows: number; readonly missing: number; readonly different: number; readonly gone: number }
  >
>;

const STATEMENTS_AT_A_TIME = 50;

/** Compares everything that is mirrored with WorkOS and repairs what differs. @param now epoch ms */
export async function compareWithWorkOS(
  db: D1Database,
  directory: WorkOSDirectory,
  now: number,
): Promise<Comparison> {
  const before = new Map<MirrorTable, readonly MirrorRow[]>();
  for (const table of MIRROR_TABLES) {
    // oxlint-disable-next-line no-await-in-loop -- a table at a time is in memory's interest
    before.set(table, await rowsOf(db, table));
  }
  const report: Partial<Record<MirrorTable, Comparison[MirrorTable]>> = {};
  for (const table of MIRROR_TABLES) {
    // oxlint-disable-next-line no-await-in-loop -- WorkOS limits how much is asked at once
    const source = (await listed(directory, table)).map((entry) => readRecord(table, entry));
    const repairs = repairsOf(table, source, before.get(table) ?? [], now);
    // oxlint-disable-next-line no-await-in-loop -- people and organizations before what is about them
    await repair(db, repairs, now);
    report[table] = { rows: source.length, ...counted(repairs) };
  }
  const comparison = report as Comparison;
  await writeSync(db, 'compare', null, comparison, now);
  const wrong = MIRROR_TABLES.filter((table) => differences(comparison[table]) > 0);
  if (wrong.length > 0)
    log.warn('mirror_repaired', {
      report: JSON.stringify(Object.fromEntries(wrong.map((each) => [each, comparison[each]]))),
    });
  return comparison;
}

const identified = z.object({ id: z.string() });
const withDomains = z.object({ domains: z.array(z.unknown()).default([]) });

/** All that WorkOS has of a table. Memberships and people of directories are listed by what they belong to. */
async function listed(directory: WorkOSDirectory, table: MirrorTable): Promise<readonly unknown[]> {
  switch (table) {
    case 'organization':
      return directory.all('/organizations');
    case 'organization_domain':
      return z
        .array(withDomains)
        .parse(await directory.all('/organizations'))
        .flatMap(({ domains }) => domains);
    case 'user':
      return directory.all('/user_management/users');
    case 'membership':
      return eachOf(directory, '/organizations', (organization_id) =>
        directory.all('/user_management/organization_memberships', {
          organization_id,
          statuses: 'active,inactive,pending',
        }),
      );
    case 'invitation':
      return directory.all('/user_management/invitations');
    case 'connection':
      return directory.all('/connections');
    case 'directory':
      return directory.all('/directories');
    case 'directory_user':
      return eachOf(directory, '/directories', (id) => directory.all('/directory_users', { directory: id }));
  }
}

async function eachOf(
  directory: WorkOSDirectory,
  path: string,
  list: (id: string) => Promise<readonly unknown[]>,
): Promise<readonly unknown[]> {
  const entries: unknown[] = [];
  for (const owner of await directory.all(path)) {
    // oxlint-disable-next-line no-await-in-loop -- WorkOS limits how much is asked at once
    entries.push(...(await list(identified.parse(owner).id)));
  }
  return entries;
}

const row = z.looseObject({
  id: z.string(),
  updated_at: z.number(),
  version: z.string(),
  deleted_at: z.number().nullable(),
});

async function rowsOf(db: D1Database, table: MirrorTable): Promise<readonly MirrorRow[]> {
  const { results } = await db.prepare(`SELECT * FROM ${table}`).all();
  return z
    .array(row)
    .parse(results)
    .map(({ id, updated_at: updatedAt, version, deleted_at: deletedAt, ...values }) => ({
      id,
      updatedAt,
      version,
      deletedAt,
      values: values as MirroredRecord['values'],
    }));
}

async function repair(db: D1Database, repairs: readonly Repair[], now: number): Promise<void> {
  for (let from = 0; from < repairs.length; from += STATEMENTS_AT_A_TIME) {
    const some = repairs.slice(from, from + STATEMENTS_AT_A_TIME);
    // oxlint-disable-next-line no-await-in-loop -- a batch is one transaction, and must not grow without end
    await db.batch(
      some.flatMap((each) => [
        repairStatement(db, each, now),
        ...endSessionsAfter(
          db,
          each.kind === 'gone' ? each.table : each.record.table,
          each.kind === 'gone' ? each.seen.id : each.record.id,
          now,
        ),
      ]),
    );
  }
}

function counted(repairs: readonly Repair[]) {
  const of = (kind: Repair['kind']) => repairs.filter((each) => each.kind === kind).length;
  return { missing: of('missing'), different: of('different'), gone: of('gone') };
}

function differences({ missing, different, gone }: Comparison[MirrorTable]): number {
  return missing + different + gone;
}
