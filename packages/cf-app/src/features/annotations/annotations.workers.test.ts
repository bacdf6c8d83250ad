import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import {
  addAnnotation,
  annotationsOf,
  deleteAnnotation,
  editAnnotation,
  MOST_ANNOTATIONS,
} from './annotation-rows.server.ts';
import { newAnnotation } from './annotation.schema.ts';

const ada = { actor: 'user_01ADA', at: 1 };
const sale = { slug: 'fmdf', day: '2026-11-20', text: 'Sale began' };
beforeEach(() => env.DB.exec('DELETE FROM annotation'));

async function added() {
  await addAnnotation(env.DB, sale, ada);
  const [annotation] = await annotationsOf(env.DB, 'fmdf');
  if (!annotation) throw new Error('not there');
  return annotation;
}

test('what somebody says is there for the store and for no other', async () => {
  expect(await added()).toMatchObject({ day: '2026-11-20', text: 'Sale began', author: 'user_01ADA' });
  expect(await annotationsOf(env.DB, 'northwind')).toEqual([]);
});

test('others change nothing of it, and neither does who manages another store', async () => {
  const { id } = await added();
  for (const by of [
    { slug: 'fmdf', id, by: 'user_01BOB' },
    { slug: 'northwind', id, by: null },
  ]) {
    expect(await editAnnotation(env.DB, by, 'defaced')).toBe(false);
    expect(await deleteAnnotation(env.DB, by)).toBe(false);
  }
  expect(await editAnnotation(env.DB, { slug: 'fmdf', id, by: 'user_01ADA' }, 'Sale ended')).toBe(true);
  expect(await annotationsOf(env.DB, 'fmdf')).toMatchObject([{ text: 'Sale ended' }]);
  expect(await deleteAnnotation(env.DB, { slug: 'fmdf', id, by: null })).toBe(true);
  expect(await annotationsOf(env.DB, 'fmdf')).toEqual([]);
});

test('a store has a bounded number of them', async () => {
  const row = env.DB.prepare(
    `INSERT INTO annotation (id, slug, day, text, created_at, created_by) VALUES (?, 'fmdf', '2026-11-20', 'x', 0, 'x')`,
  );
  await env.DB.batch(Array.from({ length: MOST_ANNOTATIONS }, (_, index) => row.bind(String(index))));
  expect(await addAnnotation(env.DB, sale, ada)).toBe(false);
});

test.each([
  ['several lines', { text: 'one\ntwo' }],
  ['nothing', { text: '   ' }],
  ['too much', { text: 'x'.repeat(201) }],
  ['no such day', { day: '2026-02-30' }],
  ['half an emoji', { text: '\ud83d' }],
])('%s is no annotation', (_, more) => {
  expect(newAnnotation.safeParse({ ...sale, ...more }).success).toBe(false);
});
