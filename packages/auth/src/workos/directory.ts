import { z } from 'zod';
import type { WorkOSConnection } from './client.ts';

/** One page of a list of WorkOS's API. Entries are as they came over the wire, for whoever reads them to parse. */
export interface Page {
  readonly data: readonly unknown[];
  /** Where the next page begins; null after the last one. */
  readonly after: string | null;
}

/** WorkOS refused what was asked, so that asking again would not help; `status` is its answer's. */
export class DirectoryRefusedError extends Error {
  readonly code = 'directory_refused';
  readonly status: number;

  constructor(path: string, status: number, cause: unknown) {
    super(`WorkOS: ${path} ${status}`, { cause });
    this.status = status;
  }
}

/** What WorkOS keeps of people and organizations, as it is over the wire: the form that webhooks have, too. */
export interface WorkOSDirectory {
  /** @throws {DirectoryRefusedError} or whatever the network fails with */
  page(path: string, query: Readonly<Record<string, string>>): Promise<Page>;
  /** All pages. The same errors. */
  all(path: string, query?: Readonly<Record<string, string>>): Promise<readonly unknown[]>;
}

const listed = z.object({
  data: z.array(z.unknown()),
  list_metadata: z.object({ after: z.string().nullish() }).optional(),
});

const PAGE_SIZE = '100';

export function workosDirectory(connection: WorkOSConnection): WorkOSDirectory {
  let loading: ReturnType<typeof load> | undefined;
  const sdk = () => (loading ??= load(connection));

  const page: WorkOSDirectory['page'] = async (path, query) => {
    try {
      const { data } = await (await sdk()).get(path, { query: { limit: PAGE_SIZE, ...query } });
      const parsed = listed.parse(data);
      return { data: parsed.data, after: parsed.list_metadata?.after ?? null };
    } catch (error) {
      const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
      if ([400, 404, 422].includes(status)) throw new DirectoryRefusedError(path, status, error);
      throw error;
    }
  };

  return {
    page,
    async all(path, query = {}) {
      const entries: unknown[] = [];
      let after: string | null = null;
      do {
        // oxlint-disable-next-line no-await-in-loop -- each page says where the next one begins
        const next: Page = await page(path, { order: 'asc', ...query, ...(after === null ? {} : { after }) });
        entries.push(...next.data);
        after = next.after;
      } while (after !== null);
      return entries;
    },
  };
}

async function load(connection: WorkOSConnection) {
  const { WorkOSClient } = await import('./client.ts');
  return new WorkOSClient(connection);
}
