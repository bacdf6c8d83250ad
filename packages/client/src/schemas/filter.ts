import { DIMENSIONS } from '@layerkick/stats/query';

/** The one kind of filter that has none in it. */
export const FILTER_COMPARISON = {
  type: 'object',
  properties: {
    dimension: { type: 'string', enum: DIMENSIONS },
    op: { type: 'string', enum: ['is', 'is_not', 'in', 'contains', 'prefix'] },
    values: { type: 'array', items: { type: 'string', maxLength: 500 }, minItems: 1, maxItems: 1000 },
  },
  required: ['dimension', 'op', 'values'],
  additionalProperties: false,
} as const;

const REFERENCE = { $ref: '#/components/schemas/Filter' } as const;
const PARTS = { type: 'array', items: REFERENCE, minItems: 1, maxItems: 50 } as const;

/**
 * A filter as JSON Schema. Written down, since the parser chooses by the key that is there rather than by a union that
 * could be converted; a test compares the two.
 */
export const FILTER_JSON_SCHEMA = {
  description:
    'Which visits and orders count. `values` are alternatives; `and`, `or` and `not` go at most 6 deep.',
  oneOf: [
    FILTER_COMPARISON,
    { type: 'object', properties: { and: PARTS }, required: ['and'], additionalProperties: false },
    { type: 'object', properties: { or: PARTS }, required: ['or'], additionalProperties: false },
    { type: 'object', properties: { not: REFERENCE }, required: ['not'], additionalProperties: false },
  ],
} as const;

/** What says so in a schema that is converted. */
export const FILTERS_META = {
  type: 'array',
  items: REFERENCE,
  maxItems: 50,
  description: 'Which visits and orders count: those for which all of these hold.',
} as const;
