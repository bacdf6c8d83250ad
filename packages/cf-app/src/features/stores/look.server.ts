import { log } from '#/lib/log.server.ts';
import type { StoreLook } from './look.ts';

/** One that answers later is as good as not there: the page has others to show. */
const PATIENCE_MS = 3_000;
/** Objects that are asked at a time. */
const AT_A_TIME = 40;

/** What a store's object says of itself; null where it does not answer. */
export async function lookAt(objects: Env['STORE_STATS'], slug: string): Promise<StoreLook | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([objects.getByName(slug).status(), late]);
  } catch (cause) {
    log.error('store_object_unreachable', { store: slug, cause: String(cause) });
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** The same of many, by slug. */
export async function lookAtAll(
  objects: Env['STORE_STATS'],
  slugs: readonly string[],
): Promise<ReadonlyMap<string, StoreLook | null>> {
  const looks = new Map<string, StoreLook | null>();
  for (let from = 0; from < slugs.length; from += AT_A_TIME) {
    const some = slugs.slice(from, from + AT_A_TIME);
    // oxlint-disable-next-line no-await-in-loop -- some at a time
    const seen = await Promise.all(some.map((slug) => lookAt(objects, slug)));
    for (const [index, slug] of some.entries()) looks.set(slug, seen[index] ?? null);
  }
  return looks;
}
