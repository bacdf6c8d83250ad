import { userId } from '@layerkick/client/schemas/access';
import { userStoreKey } from '@layerkick/auth/user-store-mapping';
import { listStores } from '../stores/registry.server.ts';
import { type AccessStorage, type MappedStores, setAccess, showAccess } from './access.server.ts';
import type { Change } from './audit-log.server.ts';

const PREFIX = userStoreKey('');
/** Mappings read in one go: KV is asked for each. */
const MAPPINGS_AT_A_TIME = 100;

export interface MappingPage {
  readonly mappings: readonly MappedStores[];
  /** Where to go on; null at the end. */
  readonly next: string | null;
}

/** What KV says all people may see, some at a time. */
export async function listMappings(storage: AccessStorage, cursor: string | null): Promise<MappingPage> {
  const page = await storage.kv.list({ prefix: PREFIX, cursor, limit: MAPPINGS_AT_A_TIME });
  const mappings = await Promise.all(
    page.keys.map(({ name }) => showAccess(storage, name.slice(PREFIX.length))),
  );
  return { mappings, next: page.list_complete ? null : page.cursor };
}

/** One line of a file: this person sees this store. Both as they were written. */
export interface MappingRow {
  readonly line: number;
  readonly user: string;
  readonly store: string;
}

export interface RefusedRow {
  readonly line: number;
  readonly field: 'user' | 'store';
  readonly message: string;
}

export interface ImportedPerson {
  readonly user: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface MappingImport {
  /** Those whose stores change. */
  readonly changed: readonly ImportedPerson[];
  readonly unchanged: number;
  readonly refused: readonly RefusedRow[];
  /** Left as they are, because a row of theirs was refused and `exactly` was asked for. */
  readonly left: readonly string[];
}

export interface MappingChoices {
  /** People in the file see what it says and nothing else by their mapping; otherwise it comes on top. */
  readonly exactly: boolean;
  /** Says what would happen, and does nothing. */
  readonly dryRun: boolean;
}

/**
 * Gives people what rows say they see. A row that cannot be is named with its field and leaves the others alone; people
 * that no row names keep what they have. Again changes nothing.
 */
export async function importMappings(
  storage: AccessStorage,
  rows: readonly MappingRow[],
  { exactly, dryRun }: MappingChoices,
  change: Change,
): Promise<MappingImport> {
  const known = new Set((await listStores(storage.db, 'all')).map(({ slug }) => slug));
  const refused: RefusedRow[] = [];
  const wanted = new Map<string, string[]>();
  const spoilt = new Set<string>();
  for (const row of rows) {
    const problem = problemOf(row, known);
    if (problem !== null) {
      refused.push(problem);
      spoilt.add(row.user);
    } else {
      wanted.set(row.user, [...(wanted.get(row.user) ?? []), row.store]);
    }
  }
  const left = exactly ? [...wanted.keys()].filter((user) => spoilt.has(user)) : [];
  const changed: ImportedPerson[] = [];
  let unchanged = 0;
  for (const [user, stores] of wanted) {
    if (left.includes(user)) continue;
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that what was stopped is clear
    const { stores: before, readable } = await showAccess(storage, user);
    const after = [...new Set(exactly ? stores : [...before, ...stores])].toSorted();
    if (readable && after.join() === before.join()) {
      unchanged += 1;
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop
    if (!dryRun) await setAccess(storage, user, after, change);
    changed.push({ user, before, after });
  }
  return { changed, unchanged, refused, left };
}

function problemOf({ line, user, store }: MappingRow, known: ReadonlySet<string>): RefusedRow | null {
  const id = userId.safeParse(user);
  if (!id.success) return { line, field: 'user', message: id.error.issues[0]?.message ?? 'not a user id' };
  if (known.has(store)) return null;
  return { line, field: 'store', message: store === '' ? 'names no store' : `no store ${store}` };
}
