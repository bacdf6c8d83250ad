import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { leavePage } from '#/features/shell/sign-in.ts';
import type { StatsResult } from './answers.ts';
import { loadStats } from './stats.functions.ts';
import { questionsKey } from './view/queries.ts';
import type { StatsSearch } from './view/search.schema.ts';

interface LiveReport {
  /** The last good report; a failure only where there was none yet. */
  readonly result: StatsResult;
  /** The last attempt failed, and `result` is older. */
  readonly stale: boolean;
  /** The page has moved on, and its answer is under way: the old figures stay until it is there. */
  readonly busy: boolean;
  readonly refresh: () => void;
}

const WAITING_FOR_FIRST_EVENT_MS = 4_000;
const REFRESH_MS = 20_000;

/**
 * The report for the page's present state. Begins with what the server rendered, asks again when the
 * state changes and from time to time while the page is looked at.
 */
export function useReport(slug: string, search: StatsSearch, initial: StatsResult): LiveReport {
  const [{ result, stale }, setCurrent] = useState({ result: initial, stale: false });
  const key = questionsKey(search);
  const shownKey = result.ok ? questionsKey(result.search) : null;
  const latest = useRef(0);

  async function ask() {
    const turn = ++latest.current;
    const next = await loadStats({ data: { slug, search } }).catch(() => null);
    // A newer question is under way: its answer counts, in whatever order they come.
    if (turn !== latest.current) return;
    if (next?.ok) return setCurrent({ result: next, stale: false });
    if (next && next.code !== 'unavailable') return leavePage(next.code);
    setCurrent((before) => ({ ...before, stale: true }));
  }

  const refresh = () => void ask();
  const onStateChange = useEffectEvent((wanted: string) => {
    if (shownKey !== null && shownKey !== wanted) refresh();
  });
  const onTick = useEffectEvent(() => {
    if (document.visibilityState === 'visible') refresh();
  });

  useEffect(() => {
    // Steps taken in one go (back, back, back) are one question.
    const timer = setTimeout(() => onStateChange(key));
    return () => clearTimeout(timer);
  }, [key]);

  const everyMs = isWaiting(result) ? WAITING_FOR_FIRST_EVENT_MS : REFRESH_MS;
  useEffect(() => {
    const timer = setInterval(() => onTick(), everyMs);
    const onVisible = () => onTick();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [everyMs]);

  return { result, stale, busy: !stale && shownKey !== null && shownKey !== key, refresh };
}

/** Whether the store has never had an event or an order. */
export function isWaiting(result: StatsResult): boolean {
  if (!result.ok || !result.answers.overview.ok) return false;
  return result.answers.overview.answer.freshness.lastEventAt === null;
}
