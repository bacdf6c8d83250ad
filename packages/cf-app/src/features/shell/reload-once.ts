const REMEMBERED = 'lk-reloaded-at';
const AGAIN_AFTER_MS = 60_000;

/**
 * Browser only: loads the page anew because its scripts are of an earlier deployment. False where that was tried a moment ago:
 * then it is not the reason, and whoever asks has to say what failed.
 */
export function reloadOnce(): boolean {
  if (!mayReload(sessionStorage, Date.now())) return false;
  location.reload();
  return true;
}

export function mayReload(storage: Pick<Storage, 'getItem' | 'setItem'>, now: number): boolean {
  const last = Number(storage.getItem(REMEMBERED) ?? 0);
  if (now - last < AGAIN_AFTER_MS) return false;
  storage.setItem(REMEMBERED, String(now));
  return true;
}

/** Browser only: a script that is not there any more, as Vite tells it. */
export function reloadForMissingScripts(): () => void {
  addEventListener('vite:preloadError', reloadInstead);
  return () => removeEventListener('vite:preloadError', reloadInstead);
}

function reloadInstead(event: Event): void {
  if (reloadOnce()) event.preventDefault();
}
