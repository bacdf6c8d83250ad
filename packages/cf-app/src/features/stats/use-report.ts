import { useRouter } from '@tanstack/react-router';
import { use, useEffect, useEffectEvent, useRef, useState } from 'react';
import { leavePage } from '#/features/shell/sign-in.ts';
import type { StatsReport, StatsResult } from './answers.ts';
import { StatsSource } from './stats-source.ts';
import { type Arrived, useArrived } from './use-arrived.ts';
import { reportKey } from './view/queries.ts';
import { parseSearch, type StatsSearch, USUAL_CARDS, withoutSheet } from './view/search.schema.ts';

interface LiveReport {
  /** The last good report; a failure only where there was none yet. */
  readonly result: StatsResult;
  /** The last attempt failed, and `result` is older. */
  readonly stale: boolean;
  /** The page has moved on, and its answer is under way: the old figures stay until it is there. */
  readonly busy: boolean;
  /** What comes after the cards, each part by itself: why they changed, the panels in sight, all other panels. */
  readonly why: Arrived | null;
  readonly panels: Arrived | null;
  readonly below: Arrived | null;
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
  const cards = result.ok ? result.cards : USUAL_CARDS;
  const key = reportKey(search, cards);
  const shownKey = result.ok ? reportKey(result.search, cards) : null;
  const report = result.ok ? result : null;
  const why = useArrived(report, 'why');
  const panels = useArrived(report, 'panels');
  const below = useArrived(report, 'below');
  const underWay = useRef<{ readonly key: string } | null>(null);
  const { loadStats } = use(StatsSource);
  const router = useRouter();

  async function ask(state: StatsSearch) {
    const question = { key: reportKey(state, cards) };
    underWay.current = question;
    const next = await loadStats({ data: { slug, search: withoutSheet(state) } }).catch(() => null);
    // A newer question is under way: its answer counts, in whatever order they come.
    if (underWay.current !== question) return;
    underWay.current = null;
    if (next?.ok) return setCurrent({ result: standing(next), stale: false });
    if (next && next.code !== 'unavailable') return leavePage(next.code);
    setCurrent((before) => ({ ...before, stale: true }));
  }

  const refresh = () => void ask(search);
  const onState = useEffectEvent((state: StatsSearch) => {
    if (shownKey === null) return;
    const expected = underWay.current?.key ?? shownKey;
    if (reportKey(state, cards) !== expected) void ask(state);
  });
  const onTick = useEffectEvent(() => {
    if (document.visibilityState === 'visible') refresh();
  });

  // The question leaves with the step itself: the page is not drawn for its new state before that.
  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', ({ toLocation, pathChanged }) => {
        if (!pathChanged) onState(parseSearch({ ...toLocation.search }));
      }),
    [router],
  );
  // A step from before anything listened.
  useEffect(() => onState(search), [search]);

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

  const moved = shownKey !== null && shownKey !== key;
  // Newer figures of the same state take the place of older ones without a word.
  const waits = [why, panels, below].some(
    (part) => part && reportKey(part.report.search, cards) !== shownKey,
  );
  return { result, stale, busy: !stale && (moved || waits), why, panels, below, refresh };
}

/** Whether the store has never had an event or an order. */
export function isWaiting(result: StatsResult): boolean {
  if (!result.ok || !result.overview.ok) return false;
  return result.overview.answer.freshness.lastEventAt === null;
}

/** A connection that breaks off leaves the panels empty rather than the page without all else. */
function standing(report: StatsReport): StatsReport {
  return {
    ...report,
    why: report.why.catch(() => ''),
    panels: report.panels.catch(() => ''),
    below: report.below.catch(() => ''),
  };
}
