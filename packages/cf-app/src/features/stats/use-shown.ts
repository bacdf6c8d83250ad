import { useSyncExternalStore } from 'react';

/** Whether the page is in use: false on the server and until its first scripts have run. */
export function useShown(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

function never(): () => void {
  return () => {};
}
