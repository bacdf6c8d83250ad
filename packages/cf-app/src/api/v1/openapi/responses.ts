import type { Operation } from '@layerkick/client/operation';
import { problem } from '@layerkick/client/problem';
import type { JsonSchema, NamedSchemas } from './json-schema.ts';

/** Responses that many operations have, by status. */
const SHARED = {
  400: ['Malformed', 'A field, a header or the body is not as described; `errors` names the fields.'],
  401: ['NotAuthenticated', 'No credential, or one that is not accepted.'],
  403: ['Forbidden', 'A permission is missing, or the store may not be seen, or does not exist.'],
  409: ['InProgress', 'The first request with this `Idempotency-Key` is not over.'],
  413: ['TooLarge', 'The body is too large.'],
  422: ['NotDone', 'Well formed, but it cannot be done; `code` says why.'],
  429: ['TooMany', 'Too many requests; `Retry-After` says when to come again.'],
  503: ['Unavailable', 'Try again after `Retry-After` seconds; quote `X-Request-Id` if it stays.'],
} as const satisfies Record<number, readonly [string, string]>;
type Status = keyof typeof SHARED;

/** The statuses of problems that an operation can answer. */
export function problemStatuses(operation: Operation): readonly Status[] {
  return [
    400,
    401,
    403,
    ...(operation.write ? ([409] as const) : []),
    ...(operation.body ? ([413] as const) : []),
    ...(operation.write || operation.answer.kind === 'stream' ? ([422] as const) : []),
    429,
    503,
  ];
}

const RATE_LIMIT_HEADERS = {
  'RateLimit-Policy': {
    description: 'How many requests one principal may make: `"requests";q=300;w=60` is 300 in 60 seconds.',
    schema: { type: 'string' },
  },
} as const;

export function responsesOf(operation: Operation, schemas: NamedSchemas): JsonSchema {
  const problems = problemStatuses(operation).map(
    (status) => [status, { $ref: `#/components/responses/${SHARED[status][0]}` }] as const,
  );
  return {
    [operation.answer.status]: success(operation, schemas),
    ...(operation.etag === true && {
      304: { description: 'Still as `If-None-Match` says.', headers: RATE_LIMIT_HEADERS },
    }),
    ...Object.fromEntries(problems),
  };
}

export function sharedResponses(schemas: NamedSchemas): JsonSchema {
  const schema = schemas.convert(problem);
  return Object.fromEntries(
    Object.values(SHARED).map(([name, description]) => [
      name,
      { description, content: { 'application/problem+json': { schema } } },
    ]),
  );
}

function success(operation: Operation, schemas: NamedSchemas): JsonSchema {
  const { answer } = operation;
  const content =
    answer.kind === 'json'
      ? { 'application/json': { schema: schemas.convert(answer.schema) } }
      : Object.fromEntries(answer.mediaTypes.map((type) => [type, { schema: { type: 'string' } }]));
  const etag = { description: 'Of days that are over.', schema: { type: 'string' } };
  return {
    description: operation.summary,
    headers: operation.etag === true ? { ...RATE_LIMIT_HEADERS, ETag: etag } : RATE_LIMIT_HEADERS,
    content,
  };
}
