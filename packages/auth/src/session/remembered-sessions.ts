import type { Clock } from '../clock.ts';
import { Recent } from '../recent.ts';
import type { StoredSession } from '../session-store.ts';

const REMEMBERED_MS = 60 * 1000;
const MOST_SESSIONS = 500;

/**
 * Opens a sealed session once a minute rather than on each of its requests. A seal is either ours or not and stays what
 * it is; whether the session in it may still be used is asked elsewhere, each time. What cannot be read is not remembered.
 */
export function rememberOpened(
  open: (sealed: string) => Promise<StoredSession>,
  clock: Clock,
): (sealed: string) => Promise<StoredSession> {
  const opened = new Recent<StoredSession>(MOST_SESSIONS, clock);
  return async (sealed) => {
    const known = opened.get(sealed);
    if (known !== undefined && known.ageMs < REMEMBERED_MS) return known.value;
    const found = await open(sealed);
    if (found.kind === 'found') opened.keep(sealed, found);
    return found;
  };
}
