import { performance } from 'node:perf_hooks';

/** Questions before the timed ones, for caches and compilers. */
const WARM_UP = 3;

/** Runs `ask` once or, where there are more `rounds`, so many times after a few that are not timed. */
export async function timed<Result>(
  rounds: number,
  ask: () => Result | Promise<Result>,
): Promise<{ readonly result: Result; readonly times: readonly number[] }> {
  if (rounds > 1) for (let warm = 0; warm < WARM_UP; warm += 1) await ask();
  const times: number[] = [];
  for (;;) {
    const started = performance.now();
    const result = await ask();
    times.push(performance.now() - started);
    if (times.length >= rounds) return { result, times };
  }
}
