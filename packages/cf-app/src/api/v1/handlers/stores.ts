import type { Operations } from '@layerkick/client/operations';
import { decodeBase64Url, encodeBase64Url } from 'hono/utils/encode';
import { z } from 'zod';
import { listStores } from '../../../features/stores/registry.server.ts';
import type { Store } from '../../../features/stores/store.schema.ts';
import { fieldsInvalid } from '../../problem.ts';
import type { Call, Outcome } from '../call.ts';
import { describedStore } from '../described-store.ts';

const STORES_ON_A_PAGE = 50;

/** Where a page ended: the next one begins behind it, whatever came or went meanwhile. */
const position = z.tuple([z.string(), z.string()]);

export async function pageOfStores({
  auth,
  env,
  input: { query },
  url,
}: Call<Operations['listStores']>): Promise<Outcome<Operations['listStores']>> {
  const after = query.cursor === undefined ? null : positionOf(query.cursor);
  if (query.cursor !== undefined && after === null) return cursorRefused();

  const all = await listStores(env.DB, auth.stores);
  const rest = after === null ? all : all.filter(({ name, slug }) => isBehind([name, slug], after));
  const limit = query.limit ?? STORES_ON_A_PAGE;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const next = rest.length > limit && last ? cursorOf(last) : null;
  return {
    kind: 'json',
    body: { stores: page.map(describedStore), next },
    ...(next !== null && { headers: { link: `<${linkTo(url, next)}>; rel="next"` } }),
  };
}

/** As the registry orders them: by name, then by slug, both by their bytes. */
function isBehind(store: readonly [string, string], [name, slug]: readonly [string, string]): boolean {
  const byName = compareBytes(store[0], name);
  return byName > 0 || (byName === 0 && compareBytes(store[1], slug) > 0);
}

function compareBytes(a: string, b: string): number {
  const [left, right] = [new TextEncoder().encode(a), new TextEncoder().encode(b)];
  const at = left.findIndex((byte, index) => byte !== right[index]);
  return at === -1 ? left.length - right.length : left[at]! - (right[at] ?? -1);
}

function cursorOf({ name, slug }: Store): string {
  return encodeBase64Url(new TextEncoder().encode(JSON.stringify([name, slug])).buffer).replace(/=+$/, '');
}

function positionOf(cursor: string): readonly [string, string] | null {
  try {
    const text = new TextDecoder().decode(decodeBase64Url(cursor));
    return position.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function linkTo(url: string, cursor: string): string {
  const next = new URL(url);
  next.searchParams.set('cursor', cursor);
  return `${next.pathname}${next.search}`;
}

function cursorRefused(): Outcome<Operations['listStores']> {
  const message = 'not a cursor that this operation gave out';
  return { kind: 'problem', problem: fieldsInvalid([{ field: 'cursor', message }]) };
}
