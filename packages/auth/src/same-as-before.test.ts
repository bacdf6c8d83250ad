import { expect, test } from 'vitest';
import { sameAsBefore } from './same-as-before.ts';

const whom = { id: 'user_1' };
const stores = ['gifts'];

test('what follows from the same is the same', () => {
  const same = sameAsBefore<object>();
  const first = same(whom, [stores, false], () => ({}));
  expect(same(whom, [stores, false], () => ({}))).toBe(first);
});

test.each<[string, object, readonly unknown[]]>([
  ['somebody else', { id: 'user_1' }, [stores, false]],
  ['what is equal and another', whom, [['gifts'], false]],
  ['one thing that changed', whom, [stores, true]],
  ['less', whom, [stores]],
  ['more', whom, [stores, false, null]],
])('from %s something else follows', (_what, about, from) => {
  const same = sameAsBefore<object>();
  const first = same(whom, [stores, false], () => ({}));
  expect(same(about, from, () => ({}))).not.toBe(first);
});

test('only the last is remembered', () => {
  const same = sameAsBefore<object>();
  const first = same(whom, [1], () => ({}));
  same(whom, [2], () => ({}));
  expect(same(whom, [1], () => ({}))).not.toBe(first);
});
