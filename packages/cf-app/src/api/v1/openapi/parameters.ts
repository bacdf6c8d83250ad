import type { Operation } from '@layerkick/client/operation';
import { z } from 'zod';
import type { JsonSchema, NamedSchemas } from './json-schema.ts';

const fields = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
});

/** What an operation takes beside its body, as OpenAPI says it. */
export function parametersOf(operation: Operation, schemas: NamedSchemas): readonly JsonSchema[] {
  return [
    ...fieldsOf('path', operation.params, schemas),
    ...fieldsOf('query', operation.query, schemas),
    ...(operation.etag === true ? [IF_NONE_MATCH] : []),
    ...(operation.write ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ];
}

const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The `ETag` of an answer that is known already.',
  schema: { type: 'string' },
};

export const SHARED_PARAMETERS = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Makes the same request, sent again within a day, answer the same without a second effect. Any text of your own, such as a UUID.',
    schema: { type: 'string', pattern: '^[!-~]{1,200}$' },
  },
} as const;

function fieldsOf(
  place: 'path' | 'query',
  schema: z.ZodObject | undefined,
  schemas: NamedSchemas,
): JsonSchema[] {
  if (schema === undefined) return [];
  const { properties, required } = fields.parse(schemas.convert(schema));
  return Object.entries(properties).map(([name, { description, examples, ...value }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(description !== undefined && { description }),
    ...(Array.isArray(examples) && { example: examples[0] as unknown }),
    schema: value,
  }));
}
