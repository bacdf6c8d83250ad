import { z } from 'zod';
import { type Dimension, DIMENSIONS } from './dimensions.ts';

/** Comparisons in one question. Each becomes a part of every statement, and statements are limited to 100 KB. */
export const MAX_COMPARISONS = 50;
/** Values in one question. */
export const MAX_VALUES = 1000;
/** What is searched for is tried one by one on every row; whole values are looked up. */
export const MAX_SEARCHED_VALUES = 50;
/** How deep `and`, `or` and `not` go. */
export const MAX_DEPTH = 6;

/** `values` are alternatives, with `is_not` too: none of them. `in` is another word for `is`. */
const comparison = z
  .strictObject({
    dimension: z.enum(DIMENSIONS),
    op: z.enum(['is', 'is_not', 'in', 'contains', 'prefix']),
    values: z.array(z.string().max(500)).min(1).max(MAX_VALUES),
  })
  .refine(({ op, values }) => !isSearch(op) || values.length <= MAX_SEARCHED_VALUES, {
    message: `at most ${MAX_SEARCHED_VALUES} values to search for`,
    path: ['values'],
  });
export type Comparison = z.infer<typeof comparison>;

/** Which visits and orders count. `and` and `or` have at least one part. */
export type Filter =
  | Comparison
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] }
  | { readonly not: Filter };

/** Nothing deeper is ever looked at, so that no amount of nesting exhausts the stack. */
function filterOfDepth(depth: number): z.ZodType<Filter, Filter> {
  const part =
    depth === 0 ? z.never(`and, or and not go at most ${MAX_DEPTH} deep`) : filterOfDepth(depth - 1);
  const parts = z.array(part).min(1).max(MAX_COMPARISONS);
  const schemas = {
    and: z.strictObject({ and: parts }),
    or: z.strictObject({ or: parts }),
    not: z.strictObject({ not: part }),
  };
  // Chosen by its key rather than tried as a union: a mistake is told by the name of its field.
  return z.custom<Filter>().transform((value: Filter, context): Filter => {
    const key = (['and', 'or', 'not'] as const).find((word) => isRecord(value) && Object.hasOwn(value, word));
    const parsed = (key ? schemas[key] : comparison).safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) {
      context.addIssue({ code: 'custom', path, message });
    }
    return z.NEVER;
  });
}

/** All of them have to hold. */
export const filters = z
  .array(filterOfDepth(MAX_DEPTH))
  .max(MAX_COMPARISONS)
  .refine((list) => list.flatMap(comparisonsIn).length <= MAX_COMPARISONS, {
    message: `more than ${MAX_COMPARISONS} comparisons`,
  })
  .refine((list) => list.flatMap(comparisonsIn).flatMap(({ values }) => values).length <= MAX_VALUES, {
    message: `more than ${MAX_VALUES} values`,
  });

export function comparisonsIn(filter: Filter): Comparison[] {
  if ('and' in filter) return filter.and.flatMap(comparisonsIn);
  if ('or' in filter) return filter.or.flatMap(comparisonsIn);
  return 'not' in filter ? comparisonsIn(filter.not) : [filter];
}

/** The dimensions that a list of filters asks for. */
export function filteredDimensions(list: readonly Filter[]): Dimension[] {
  return list.flatMap(comparisonsIn).map(({ dimension }) => dimension);
}

function isSearch(op: string): boolean {
  return op === 'contains' || op === 'prefix';
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
