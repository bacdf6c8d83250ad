import type { FunnelAnswer, FunnelQuery, FunnelStep } from '../src/funnel.ts';
import type { DayRange } from '../src/query.ts';
import { holds } from './filters.ts';
import type { OracleEvent } from './history.ts';
import { resolve } from './periods.ts';
import { type Known, select } from './selection.ts';
import { type OracleVisit, pageOf, productsOf } from './visits.ts';

export type OracleFunnel = Pick<FunnelAnswer, 'sessions' | 'sessionsBefore' | 'steps'>;

/** How many of the chosen visits went through the steps; `now` is epoch ms. */
export function funnel(known: Known, query: FunnelQuery, now: number): OracleFunnel {
  const { range, compare } = resolve(known, query, now);
  const visits = (of: DayRange) =>
    select(known, { range: of, filters: query.filters ?? [], bots: query.bots ?? false }).visits;
  const gone = (some: readonly OracleVisit[], steps: FunnelQuery['steps']) =>
    some.filter((visit) => goesThrough(known, visit.events, steps)).length;
  const chosen = visits(range);
  const before = compare && visits(compare);
  return {
    sessions: chosen.length,
    sessionsBefore: before && before.length,
    steps: query.steps.map((_, index) => {
      const steps = query.steps.slice(0, index + 1);
      return { sessions: gone(chosen, steps), before: before && gone(before, steps) };
    }),
  };
}

/** Whether some event is the first step, and of those after it one is the second, and so on: whichever there are. */
function goesThrough(known: Known, events: readonly OracleEvent[], steps: FunnelQuery['steps']): boolean {
  const [step, ...others] = steps;
  if (!step) return true;
  return events.some(
    (event, place) =>
      isStep(known, event, { ...step, op: step.op ?? 'is' }) &&
      goesThrough(known, events.slice(place + 1), others),
  );
}

function isStep({ names }: Known, event: OracleEvent, step: FunnelStep): boolean {
  const { name } = event.event;
  if (step.dimension === 'event') return holds(step, () => ({ values: [name], names: [] }));
  if (step.dimension === 'page') {
    return name === 'page_view' && holds(step, () => ({ values: [pageOf(event)], names: [] }));
  }
  if (name !== 'view_item') return false;
  const values = productsOf(event);
  return holds(step, () => ({ values, names: values.flatMap((product) => names.get(product) ?? []) }));
}
