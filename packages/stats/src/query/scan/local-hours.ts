import type { TimeZone } from '../../time-zone.ts';

const HOUR_MS = 3_600_000;

/** What clocks of the store show in each hour of a day, `0` to `23`, given their starts; on some days one of them twice. */
export function hourNames(starts: readonly number[], zone: TimeZone): string[] {
  return starts.map((at) => String(Math.floor((at + zone.offsetAt(at)) / HOUR_MS) % 24));
}

/** `1`, Monday, to `7`. */
export function weekdayOf(day: string): string {
  return String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
}

/** Codes of hours as codes of their names: where two hours have the same one, they are told apart no longer. */
export function codesOfNames(
  hours: Uint8Array,
  names: readonly string[],
): { readonly codes: Uint8Array; readonly values: readonly string[] } {
  const values = [...new Set(names)];
  if (values.length === names.length) return { codes: hours, values: names };
  const code = new Uint8Array(256).fill(255);
  names.forEach((name, hour) => (code[hour] = values.indexOf(name)));
  return { codes: hours.map((hour) => code[hour] ?? 255), values };
}
