/** What happened in each hour of the week: seven rows from Monday, 24 columns. */
export interface Heatmap {
  readonly cells: readonly (readonly { readonly value: number; readonly step: number }[])[];
  readonly most: number;
  /** The first of the busiest hours; null where nothing happened. */
  readonly peak: { readonly weekday: number; readonly hour: number } | null;
}

/** Zero has one of its own, what is more is told apart in so many. */
export const HEAT_STEPS = 6;

/** @param values by weekday (0 is Monday) and hour */
export function heatmapOf(values: readonly (readonly number[])[]): Heatmap {
  const most = Math.max(0, ...values.flat());
  const places = values.flatMap((row, weekday) => row.map((value, hour) => ({ weekday, hour, value })));
  const peak = most === 0 ? undefined : places.find(({ value }) => value === most);
  return {
    cells: values.map((row) => row.map((value) => ({ value, step: heatStep(value, most) }))),
    most,
    peak: peak ? { weekday: peak.weekday, hour: peak.hour } : null,
  };
}

/** 0 for nothing, up to {@link HEAT_STEPS} for the most. */
export function heatStep(value: number, most: number): number {
  return value <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil((value / most) * HEAT_STEPS));
}
