import type { FunnelAnswer } from '@layerkick/stats/funnel';
import { FUNNEL_EVENTS } from './questions.ts';

export interface FunnelStepShown {
  /** What happened in a visit that came up to here; null for all visits. */
  readonly event: string | null;
  /** What would have been next; null behind the last step. */
  readonly next: string | null;
  readonly sessions: number;
  /** Of all sessions. */
  readonly share: number | null;
  /** Per cent of the height; what is there at all can be seen. */
  readonly height: number;
  readonly nextHeight: number | null;
  /** Came up to here and no further. */
  readonly lost: number;
  readonly lostShare: number | null;
}

const LEAST_HEIGHT = 2;

/** From all sessions to an order: each step with what is lost before the next. */
export function funnelSteps({
  sessions,
  steps,
}: Pick<FunnelAnswer, 'sessions' | 'steps'>): FunnelStepShown[] {
  const counts = [sessions, ...steps.map((step) => step.sessions)];
  const heightOf = (count: number) =>
    count === 0 ? 0 : Math.max(LEAST_HEIGHT, Math.round((count / Math.max(1, sessions)) * 1000) / 10);
  return counts.map((count, index) => {
    const after = counts[index + 1];
    const lost = after === undefined ? 0 : count - after;
    return {
      event: FUNNEL_EVENTS[index - 1] ?? null,
      next: FUNNEL_EVENTS[index] ?? null,
      sessions: count,
      share: sessions === 0 ? null : count / sessions,
      height: heightOf(count),
      nextHeight: after === undefined ? null : heightOf(after),
      lost,
      lostShare: count === 0 ? null : lost / count,
    };
  });
}
