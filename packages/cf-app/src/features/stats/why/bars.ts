/** A step of a waterfall, in per cent of its height from the top. */
export interface Bar {
  readonly top: number;
  readonly height: number;
  /** Where the running sum is after the step: the line to the next one. */
  readonly level: number;
}

/** Steps float from the running sum, and the last bar is the sum of them, from zero. */
export function barsOf(steps: readonly number[]): Bar[] {
  const sums = steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? 0) + step], [0]);
  const highest = Math.max(...sums);
  const span = highest - Math.min(...sums) || 1;
  const place = (value: number) => ((highest - value) / span) * 100;
  const bar = (from: number, to: number): Bar => ({
    top: place(Math.max(from, to)),
    height: place(Math.min(from, to)) - place(Math.max(from, to)),
    level: place(to),
  });
  return [...steps.map((_, index) => bar(sums[index] ?? 0, sums[index + 1] ?? 0)), bar(0, sums.at(-1) ?? 0)];
}
