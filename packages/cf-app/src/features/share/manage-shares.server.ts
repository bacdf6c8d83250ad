import { env } from 'cloudflare:workers';
import { readConfiguration } from '#/env.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { atStore } from '#/features/store-settings/as-manager.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import { createShare, revokeShare, type StoredShare } from './share-links.server.ts';
import type { NewShare } from './share.schema.ts';
import type { Ended, Made, ShareRow } from './shares.ts';

export function makeShareInRequest(share: NewShare): Promise<Made> {
  return atStore<Exclude<Made, Denial>>(share.slug, async ({ change }) => {
    const made = await createShare(env.DB, share, change);
    if (!made.ok) return { ...made, requestId: requestId() };
    const { token } = made;
    return { ok: true, token, url: `${readConfiguration(env).APP_ORIGIN}/share/${token}` };
  });
}

/** One that is over already is over. */
export function endShareInRequest(slug: string, id: string): Promise<Ended> {
  return atStore(slug, async ({ store, change }) => {
    await revokeShare(env.DB, store.slug, id, change);
    return { ok: true } as const;
  });
}

/** A link without what opens it. */
export function rowOf(share: StoredShare): ShareRow {
  const { id, name, hasPassword, filters, embedHosts, createdAt, expiresAt, revokedAt } = share;
  return { id, name, hasPassword, filters, embedHosts, createdAt, expiresAt, revokedAt };
}
