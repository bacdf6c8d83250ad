import { z } from 'zod';
import type { ReadRow } from './order-export.ts';

/** A decimal amount that is not negative; '' where the export leaves it out. */
export const amountOrNone = z.string().regex(/^(\d{1,11}(\.\d{1,6})?)?$/, 'not an amount such as 19.90');
export const digitsOrNone = z.string().regex(/^\d{0,30}$/, 'not a number');
export const quantity = z
  .string()
  .regex(/^\d{1,6}$/, 'not a whole number')
  .transform(Number);
export const currencyOrNone = z.string().regex(/^([A-Z]{3})?$/, 'not a currency such as EUR');
export const text = z.string();
export const present = z.string().min(1, 'empty');

/** Reads the cells under the headings that `row` names; the reason says under which heading something is wrong. */
export function readCells<Shape extends z.ZodRawShape>(
  row: z.ZodObject<Shape>,
  cell: (heading: string) => string,
): ReadRow<z.output<z.ZodObject<Shape>>> {
  const parsed = row.safeParse(Object.fromEntries(Object.keys(row.shape).map((name) => [name, cell(name)])));
  if (parsed.success) return { ok: true, row: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, reason: `${issue?.path.join('.')} is ${issue?.message}` };
}

/** ISO 3166 alpha-2; '' for anything else. */
export function countryOf(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? code : '';
}
