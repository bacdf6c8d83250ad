import { catch as orElse, z } from 'zod/mini';

/** `/stores?find=maple`. What is not understood is left out. */
const search = z.object({
  find: orElse(
    z.optional(
      z.pipe(
        z.union([z.string(), z.number()]),
        z.transform((value) => String(value).trim().slice(0, 100) || undefined),
      ),
    ),
    undefined,
  ),
});
export type StoresSearch = z.output<typeof search>;

/** Never throws. */
export function parseStoresSearch(raw: Record<string, unknown>): StoresSearch {
  return search.parse(raw);
}
