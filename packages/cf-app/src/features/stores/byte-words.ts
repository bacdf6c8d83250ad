import type { T } from '#/features/i18n/translate.ts';

/** `12.4 MB`, `820 kB`: as operators compare them, in powers of ten. */
export function formatBytes(bytes: number, t: T): string {
  const [unit, size] = UNITS.find(([, from]) => bytes >= from) ?? ['byte', 1];
  return new Intl.NumberFormat(t.locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: bytes / size < 100 && size > 1 ? 1 : 0,
  }).format(bytes / size);
}

const UNITS = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;
