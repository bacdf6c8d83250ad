import type { StatsSearch } from '../view/search.schema.ts';

/**
 * The state after following a link that was made for the state `asked`: what the link changes is changed in the page's
 * present state, which may have moved on since.
 */
export function goOn(present: StatsSearch, asked: StatsSearch, target: StatsSearch): StatsSearch {
  const changed = { ...present };
  for (const key of keysOf(asked, target)) {
    if (JSON.stringify(asked[key]) !== JSON.stringify(target[key]))
      Object.assign(changed, { [key]: target[key] });
  }
  return changed;
}

function keysOf(...states: StatsSearch[]): Set<keyof StatsSearch> {
  return new Set(states.flatMap((state) => Object.keys(state) as (keyof StatsSearch)[]));
}
