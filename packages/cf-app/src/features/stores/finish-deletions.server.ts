import { log } from '#/lib/log.server.ts';
import { findDeletion, unfinishedDeletions } from './deletion-record.server.ts';
import { deleteUntil, placesOf } from './deletion.server.ts';

/** Whoever began it is at it that long. */
const PATIENCE_MS = 5 * 60_000;
const AT_A_TIME_MS = 20_000;

/** Goes on with deletions that somebody began and did not see the end of. @param now epoch ms */
export async function finishDeletions(env: Env, now: number): Promise<void> {
  for (const slug of await unfinishedDeletions(env.DB, now - PATIENCE_MS)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: none is in a hurry
    const deletion = await findDeletion(env.DB, slug);
    if (deletion === null) continue;
    const change = { actor: deletion.begunBy, requestId: crypto.randomUUID(), at: now };
    // oxlint-disable-next-line no-await-in-loop
    const receipt = await deleteUntil(placesOf(env), slug, change, Date.now() + AT_A_TIME_MS);
    log.info('store_deletion_resumed', { store: slug, done: receipt !== null });
  }
}
