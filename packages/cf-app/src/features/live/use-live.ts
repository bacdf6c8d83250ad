import type { LiveState } from '@layerkick/stats/live';
import { useEffect, useState } from 'react';
import { leavePage } from '#/features/shell/sign-in.ts';
import { type LiveStatus, watchStore } from './watch-store.ts';

/** The shop as it was when the page was loaded, and from then on as its store tells. */
export function useLive(slug: string, initial: LiveState): { state: LiveState; status: LiveStatus } {
  const [state, setState] = useState(initial);
  const [status, setStatus] = useState<LiveStatus>('connecting');
  useEffect(
    () =>
      watchStore<LiveState>(slug, 'all', {
        told: setState,
        status: setStatus,
        ended: () => leavePage('forbidden'),
      }),
    [slug],
  );
  return { state, status };
}
