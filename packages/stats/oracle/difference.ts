/** Ratios may differ by how they were rounded; what is whole is equal. */
const TOLERANCE = 1e-12;

/** Where two values differ, a line each: `totals.orders: 2, expected 1`. */
export function differences(actual: unknown, expected: unknown, path = ''): string[] {
  if (isSame(actual, expected)) return [];
  if (isRecord(actual) && isRecord(expected)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...keys].flatMap((key) =>
      differences(actual[key], expected[key], path === '' ? key : `${path}.${key}`),
    );
  }
  return [`${path}: ${show(actual)}, expected ${show(expected)}`];
}

function isSame(actual: unknown, expected: unknown): boolean {
  if (isRecord(actual) && isRecord(expected)) {
    const keys = Object.keys(expected);
    return (
      keys.length === Object.keys(actual).length &&
      keys.every((key) => key in actual && isSame(actual[key], expected[key]))
    );
  }
  if (Object.is(actual, expected)) return true;
  if (typeof actual !== 'number' || typeof expected !== 'number' || isWhole(actual, expected)) return false;
  return Math.abs(actual - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
}

function isWhole(...numbers: readonly number[]): boolean {
  return numbers.every((number) => Number.isInteger(number));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  return Object.is(value, -0) ? '-0' : (JSON.stringify(value) ?? 'nothing');
}
