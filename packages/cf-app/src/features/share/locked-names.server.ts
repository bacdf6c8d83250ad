import type { Names } from '#/features/stats/filters/filter-name.ts';
import { namesIn } from '#/features/stats/filters/filter-names.server.ts';
import type { Reader } from '#/features/stats/read-as.server.ts';
import { pageFor } from '#/features/stats/store-of-page.server.ts';
import type { ShareFilter } from './share.schema.ts';

/** How the values of locked conditions are called; a product that nobody has looked at for long by its id. */
export async function lockedNames(reader: Reader, locked: readonly ShareFilter[]): Promise<Names> {
  return locked.length === 0 ? {} : namesIn(await pageFor(reader), locked, { period: '90d' });
}
