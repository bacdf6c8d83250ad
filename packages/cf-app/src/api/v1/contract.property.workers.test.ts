import type { Operation } from '@layerkick/client/operation';
import { OPERATIONS } from '@layerkick/client/operations';
import { problem } from '@layerkick/client/problem';
import { filters } from '@layerkick/stats/filter';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { NamedSchemas } from './openapi/json-schema.ts';
import { parametersOf } from './openapi/parameters.ts';
import { problemStatuses } from './openapi/responses.ts';
import { ask, openStores } from './testing/api-under-test.ts';
import { arbitraryOf } from './testing/arbitrary-of-schema.ts';

/**
 * Every operation, called with what its description allows and with what it does not: never a 5xx, and every answer is
 * one that the description has.
 */
const RUNS = 60;

beforeAll(openStores);

test('a filter as the document describes it is one that the parser takes', () => {
  const schemas = new NamedSchemas();
  const filter = arbitraryOf({ $ref: '#/components/schemas/Filter' }, schemas.all());
  fc.assert(
    fc.property(fc.array(filter, { maxLength: 3 }), (list) => {
      expect(filters.safeParse(list).error).toBeUndefined();
    }),
    { numRuns: RUNS },
  );
});

test.each(Object.entries<Operation>(OPERATIONS))(
  '%s: whatever is asked, the answer is one that is described',
  async (_id, operation) => {
    const schemas = new NamedSchemas();
    const request = requestTo(operation, schemas);
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(request, async ({ path, body }) => {
        const response = await ask(operation.method, path, body === undefined ? {} : { body });
        if (response.status === operation.answer.status) answered += 1;
        await expectDescribed(operation, response);
      }),
      { numRuns: RUNS },
    );
    expect(answered).toBeGreaterThan(0);
  },
);

async function expectDescribed(operation: Operation, response: Response): Promise<void> {
  const { answer } = operation;
  if (response.status === answer.status) {
    if (answer.kind === 'json') expect(answer.schema.safeParse(await response.json()).error).toBeUndefined();
    else {
      const [mediaType] = (response.headers.get('content-type') ?? '').split(';');
      expect(answer.mediaTypes).toContain(mediaType);
      await response.arrayBuffer();
    }
    return;
  }
  expect(response.status).toBeLessThan(500);
  expect(problemStatuses(operation)).toContain(response.status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(problem.parse(await response.json()).status).toBe(response.status);
}

/** Without a text, or with dots for it, an address is another one. */
const segment = fc.string({ minLength: 1 }).filter((text) => text !== '.' && text !== '..');

interface GeneratedRequest {
  readonly path: string;
  readonly body: unknown;
}

function requestTo(operation: Operation, schemas: NamedSchemas): fc.Arbitrary<GeneratedRequest> {
  const body = operation.body ? schemas.convert(operation.body) : null;
  const parameters = parametersOf(operation, schemas).flatMap((it) =>
    it['in'] === 'query'
      ? [{ name: String(it['name']), required: it['required'] === true, schema: it['schema'] as object }]
      : [],
  );
  const named = schemas.all();
  const query = fc.record(
    Object.fromEntries(parameters.map(({ name, schema }) => [name, valueFor(name, schema, named)])),
    { requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name) },
  );
  const good = body === null ? fc.constant(undefined) : arbitraryOf(body, named).map(aboutAStore);
  return fc
    .record({
      slug: mostly(fc.constant('gifts'), segment),
      userId: mostly(fc.constant('user_01GENERATED'), segment),
      query,
      body: body === null ? good : mostly(good, spoiltBy(good)),
    })
    .map(({ slug, userId, query: values, body: given }) => {
      const filled = operation.path
        .replace('{slug}', encodeURIComponent(slug))
        .replace('{userId}', encodeURIComponent(userId));
      const search = new URLSearchParams(Object.entries(values));
      return { path: `${filled}?${search}`, body: given };
    });
}

/** A parameter is text, whatever its schema; most of the time one that can be meant. */
function valueFor(
  name: string,
  schema: object,
  named: Parameters<typeof arbitraryOf>[1],
): fc.Arbitrary<string> {
  const described = arbitraryOf({ ...schema }, named).map(String);
  const likely = LIKELY[name];
  return likely === undefined ? described : mostly(fc.constantFrom(...likely), described);
}

/** What a schema of text cannot say. */
const LIKELY: Readonly<Record<string, readonly string[]>> = {
  metrics: ['orders', 'net_sales,sessions', 'conversion_rate,bounce_rate,visitors'],
  range: ['7d', 'all', '2026-10-01..2026-10-31'],
  compare: ['previous', '2026-09-01..2026-09-30'],
  filters: ['[{"dimension":"country","op":"is","values":["GB"]}]', '[]'],
  orderBy: ['orders', '-net_sales'],
  limit: ['1', '50'],
  offset: ['0', '5'],
  asOf: ['2026-11-20', '1795000000000'],
  stores: ['gifts', 'gifts,books'],
  cursor: ['WyJCb29rcyIsImJvb2tzIl0'],
};

function aboutAStore(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  if ('store' in body) return { ...body, store: 'gifts' };
  return 'stores' in body ? { ...body, stores: ['gifts'] } : body;
}

/** One field of a value is something else, or all of it. */
function spoiltBy(good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(good, fc.nat(), fc.jsonValue()).map(([value, at, other]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return other;
    const names = Object.keys(value);
    return { ...value, [names[at % names.length] ?? 'extra']: other };
  });
}

function mostly<T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: other });
}
