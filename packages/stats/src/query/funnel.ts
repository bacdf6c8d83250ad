import type { FunnelAnswer, FunnelStep, ParsedFunnelQuery } from '../funnel.ts';
import type { DayRange } from '../query.ts';
import type { StoreSettings } from '../store.ts';
import { TimeZone } from '../time-zone.ts';
import { rangesOf } from './ranges.ts';
import type { AnswerClock, Sources } from './answer.ts';
import { conditionOf, Has } from './scan/condition.ts';
import { Figures } from './figures.ts';
import { keepCodes, type Mask, verdictOn } from './scan/mask.ts';
import { forgetMasks } from './scan/new-mask.ts';
import { Reading } from './scan/reading.ts';
import type { SegmentRows } from './scan/segment-rows.ts';
import type { Choice } from './scan/selection.ts';
import { rebuildingWarning } from './warnings.ts';
import { newMask } from './scan/new-mask.ts';

/** How many sessions go through the steps of a question. */
export function answerFunnel(
  { days, orders, store, usage, kept }: Sources,
  given: StoreSettings,
  query: ParsedFunnelQuery,
  clock: AnswerClock,
): FunnelAnswer {
  forgetMasks();
  const started = clock.elapsed();
  const { rowsRead, bytesRead } = usage;
  const timeZone = store?.timeZone ?? given.timeZone;
  const zone = TimeZone.of(timeZone);
  const { range, compare } = rangesOf(query, store, zone, clock.now);
  const reading = new Reading(days, orders, zone, kept);
  const figures = new Figures(reading);
  const steps = query.steps.map((step) => hasStep(step, reading));
  const count = (of: DayRange) => {
    const { choice } = figures.select(of, query.filters, query.bots, given.currency);
    return countReaching(reading.segments(of), choice, steps);
  };
  const [sessions = 0, ...reached] = count(range);
  const [sessionsBefore = 0, ...before] = compare ? count(compare) : [];
  return {
    query: { ...query, range, compare, timeZone },
    sessions,
    sessionsBefore: compare && sessionsBefore,
    steps: reached.map((sessionsHere, step) => ({
      sessions: sessionsHere,
      before: compare && (before[step] ?? 0),
    })),
    freshness: { lastEventAt: store?.lastAt ?? null, answeredAt: clock.now },
    rowsRead: usage.rowsRead - rowsRead,
    bytesRead: usage.bytesRead - bytesRead,
    durationMs: clock.elapsed() - started,
    warnings: rebuildingWarning(store),
  };
}

/** A step is tried on events as a filter is on visits. */
function hasStep(step: FunnelStep, reading: Reading): Has {
  const condition = conditionOf(step, () => reading.from.products());
  if (!(condition instanceof Has)) throw new TypeError('A step is a comparison');
  return condition;
}

/** The chosen visits, and those that came up to each step. */
function countReaching(segments: readonly SegmentRows[], choice: Choice, steps: readonly Has[]): number[] {
  const counts = [0, ...steps.map(() => 0)];
  for (const rows of segments) {
    const visits = rows.visits(choice);
    const events = steps.map((step) => eventsOf(step, rows));
    const from = rows.segment.eventsFrom();
    for (let visit = 0; visit < visits.length; visit += 1) {
      if (visits[visit] === 0) continue;
      const reached = stepsReached(events, from[visit] ?? 0, from[visit + 1] ?? 0);
      for (let step = 0; step <= reached; step += 1) counts[step] = (counts[step] ?? 0) + 1;
    }
  }
  return counts;
}

/** How many steps are gone by the events from `from` to before `to`: each by the first event after the step before. */
function stepsReached(events: readonly Mask[], from: number, to: number): number {
  let reached = 0;
  for (let event = from; event < to && reached < events.length; event += 1) {
    if (events[reached]?.[event] === 1) reached += 1;
  }
  return reached;
}

/** The events of a segment that are a step. */
function eventsOf(step: Has, rows: SegmentRows): Mask {
  const { segment } = rows;
  const mask = newMask(segment.eventCount);
  if (step.dimension === 'product') {
    const { codes, values } = segment.product();
    const verdict = step.among(values);
    const kind = segment.itemKind();
    const owner = segment.itemEvent();
    for (let item = 0; item < kind.length; item += 1) {
      if (kind[item] === 0 && verdict[codes[item] ?? 0] === 1) mask[owner[item] ?? 0] = 1;
    }
    return mask;
  }
  const isPage = step.dimension === 'page';
  const { codes, values } = isPage ? segment.page() : segment.eventName();
  mask.fill(1);
  keepCodes(mask, codes, step.among(values));
  if (isPage) keepCodes(mask, segment.eventName().codes, verdictOn(segment.eventName(), 'page_view'));
  return mask;
}
