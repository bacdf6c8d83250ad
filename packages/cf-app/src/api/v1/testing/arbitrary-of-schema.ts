import * as fc from 'fast-check';
import { z } from 'zod';
import type { JsonSchema } from '../openapi/json-schema.ts';

const node = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.string()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.record(z.string(), z.unknown())).optional(),
  oneOf: z.array(z.record(z.string(), z.unknown())).optional(),
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  required: z.array(z.string()).default([]),
  items: z.record(z.string(), z.unknown()).default({}),
  minItems: z.number().default(0),
  maxItems: z.number().default(3),
  pattern: z.string().optional(),
  format: z.string().optional(),
  minLength: z.number().default(0),
  maxLength: z.number().default(40),
  minimum: z.number().default(-1e6),
  maximum: z.number().default(1e6),
});
type Node = z.output<typeof node>;

const REFERENCE = '#/components/schemas/';
const SIZE = 4;

/** Values that a JSON Schema of the document allows. Small ones: what is bounded is tried by tests of its own. */
export function arbitraryOf(
  schema: JsonSchema,
  named: Readonly<Record<string, JsonSchema>>,
  depth = 3,
): fc.Arbitrary<unknown> {
  const it = node.parse(schema);
  const of = (inner: JsonSchema) => arbitraryOf(inner, named, depth - 1);
  if (it.$ref !== undefined) return of(named[it.$ref.slice(REFERENCE.length)] ?? {});
  if (it.const !== undefined) return fc.constant(it.const);
  if (it.enum !== undefined) return fc.constantFrom(...it.enum);
  const choices = it.anyOf ?? it.oneOf;
  // At the end of the depth, the first: a filter's comparison, which has no filters in it.
  if (choices) return depth <= 0 ? of(choices[0] ?? {}) : fc.oneof(...choices.map(of));
  const [type = 'any'] = [it.type ?? 'any'].flat();
  return (OF_TYPE[type] ?? fc.jsonValue)(it, of);
}

const OF_TYPE: Readonly<
  Record<string, (it: Node, of: (schema: JsonSchema) => fc.Arbitrary<unknown>) => fc.Arbitrary<unknown>>
> = {
  string: stringOf,
  boolean: () => fc.boolean(),
  integer: ({ minimum, maximum }) =>
    fc.oneof(
      fc.integer({ min: minimum, max: Math.min(maximum, 2000) }),
      fc.maxSafeInteger().filter((it) => it >= minimum && it <= maximum),
    ),
  number: ({ minimum, maximum }) => fc.double({ min: minimum, max: maximum, noNaN: true }),
  array: ({ items, minItems, maxItems }, of) =>
    fc.array(of(items), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, SIZE)) }),
  object: ({ properties = {}, required }, of) =>
    fc.record(Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, of(inner)])), {
      requiredKeys: required,
    }),
};

function stringOf({ pattern, format, minLength, maxLength }: Node): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'ipv4') return fc.ipV4();
  if (format === 'ipv6') return fc.ipV6();
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, 40) });
}
