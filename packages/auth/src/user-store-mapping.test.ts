import { expect, test } from 'vitest';
import type { LogFields } from './log.ts';
import { readUserStores } from './user-store-mapping.ts';

function storedAs(value: string | null | Error) {
  const logged: [event: string, fields: LogFields | undefined][] = [];
  const log = {
    warn: () => undefined,
    error: (event: string, fields?: LogFields) => void logged.push([event, fields]),
  };
  const asked: string[] = [];
  const kv = {
    get: (key: string) => {
      asked.push(key);
      return value instanceof Error ? Promise.reject(value) : Promise.resolve(value);
    },
  };
  return { logged, asked, read: () => readUserStores(kv, 'user_1', log) };
}

test('the mapping of a person is under user-store:{workos_user_id}', async () => {
  const { asked, logged, read } = storedAs('["fmdf","northwind"]');
  expect(await read()).toEqual(['fmdf', 'northwind']);
  expect(asked).toEqual(['user-store:user_1']);
  expect(logged).toEqual([]);
});

test('no mapping is no stores and nothing to report', async () => {
  const { logged, read } = storedAs(null);
  expect(await read()).toEqual([]);
  expect(logged).toEqual([]);
});

test.each([
  ['not JSON', 'fmdf'],
  ['a bare string', '"all"'],
  ['an object', '{"stores":["fmdf"]}'],
  ['an array with something else in it', '["fmdf", 7]'],
  ['a slug in upper case', '["FMDF"]'],
  ['a wildcard', '["*"]'],
  ['a path', '["../northwind"]'],
  ['empty', ''],
])(
  'an unreadable value (%s) gives no stores and an error that names the key, not the value',
  async (_case, value) => {
    const { logged, read } = storedAs(value);
    expect(await read()).toEqual([]);
    expect(logged).toEqual([
      ['user_store_mapping_unreadable', expect.objectContaining({ key: 'user-store:user_1' })],
    ]);
  },
);

test('KV down gives no stores and an error that names the key', async () => {
  const { logged, read } = storedAs(new Error('KV is down'));
  expect(await read()).toEqual([]);
  expect(logged[0]?.[0]).toBe('user_store_mapping_unavailable');
  expect(logged[0]?.[1]).toMatchObject({ key: 'user-store:user_1' });
});
