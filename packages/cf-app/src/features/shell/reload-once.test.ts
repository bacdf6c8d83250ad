import { expect, test } from 'vitest';
import { mayReload } from './reload-once.ts';

test('a page that still does not fit after loading it anew is not loaded again and again', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const now = 1_800_000_000_000;
  expect(mayReload(storage, now)).toBe(true);
  expect(mayReload(storage, now + 5_000)).toBe(false);
  expect(mayReload(storage, now + 120_000)).toBe(true);
});
