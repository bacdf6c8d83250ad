import { authenticateShare } from '@layerkick/auth/credentials/share-link';
import { maySeeStore } from '@layerkick/auth/auth-context';
import { env } from 'cloudflare:workers';
import { readConfiguration } from '#/env.server.ts';
import type { Reader } from '#/features/stats/read-as.server.ts';
import { findStore } from '#/features/stores/registry.server.ts';
import { log } from '#/lib/log.server.ts';
import { answerIsPersonal, requestContext, requestId } from '#/lib/request-context.server.ts';
import { note } from '#/lib/trace.server.ts';
import { findShare, type StoredShare } from './share-links.server.ts';
import type { ShareRefusal } from './shared.ts';
import { isUnlocked } from './unlock.server.ts';

/**
 * Whoever comes by a shared link, and the store it leads to. Every server function of a shared page begins with it.
 * The session of who opens it, if there is one, has no part in it: everybody sees the same.
 */
export async function requireShared(
  token: string,
): Promise<({ ok: true; share: StoredShare } & Reader) | ShareRefusal> {
  answerIsPersonal();
  try {
    const now = Date.now();
    const share = await findShare(env.DB, token);
    const secret = readConfiguration(env).WORKOS_COOKIE_PASSWORD;
    const unlocked = share !== null && (await isUnlocked(share, requestContext().cookies, { secret, now }));
    const authentication = authenticateShare(share, unlocked, now);
    if (authentication.kind !== 'authenticated') return refusal(authentication.kind);
    const { auth } = authentication;
    const store =
      share && maySeeStore(auth.stores, share.store) ? await findStore(env.DB, share.store) : null;
    if (share === null || store === null) return refusal('unknown');
    note({
      store: store.slug,
      principalKind: auth.principal.kind,
      principalId: auth.principal.id,
      via: auth.via,
    });
    return { ok: true, auth, store, share };
  } catch (cause) {
    log.error('share_unavailable', { cause: String(cause) });
    return refusal('unavailable');
  }
}

function refusal(code: ShareRefusal['code']): ShareRefusal {
  return { ok: false, code, requestId: requestId() };
}
