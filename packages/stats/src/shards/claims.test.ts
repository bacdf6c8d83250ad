import { expect, test } from 'vitest';
import { Claims } from './claims.ts';

const START = Date.parse('2026-11-20T12:00:00Z');
const MINUTE = 60_000;
const claim = (shard: number, again = false) => ({ batch: 'a', shard, again });

test('whoever claims a batch first, has it', () => {
  const claims = new Claims(START - MINUTE);
  expect(claims.claim(claim(1), START)).toEqual({ shard: 1, isSure: true });
  expect(claims.claim(claim(2), START + 20_000)).toEqual({ shard: 1, isSure: true });
  expect(claims.claim({ ...claim(2), batch: 'b' }, START)).toEqual({ shard: 2, isSure: true });
});

test('an object that has just begun is not sure, of what it then heard neither', () => {
  const claims = new Claims(START);
  expect(claims.claim(claim(1), START + 29_000)).toEqual({ shard: 1, isSure: false });
  expect(claims.claim(claim(2), START + 40_000)).toEqual({ shard: 1, isSure: false });
  expect(claims.claim({ ...claim(2), batch: 'b' }, START + 40_000)).toEqual({ shard: 2, isSure: true });
});

test('what may have been sent long ago may be elsewhere, the next time as well', () => {
  const claims = new Claims(START - MINUTE);
  expect(claims.claim(claim(1, true), START)).toEqual({ shard: 1, isSure: false });
  expect(claims.claim(claim(2), START)).toEqual({ shard: 1, isSure: false });
  claims.claim({ ...claim(2), batch: 'b' }, START);
  expect(claims.claim({ ...claim(1, true), batch: 'b' }, START)).toEqual({ shard: 2, isSure: false });
});

test.each([
  ['for half a minute', 30_000, 1],
  ['not for much longer', 2 * MINUTE, 2],
])('a claim is remembered %s', (_, passed, shard) => {
  const claims = new Claims(START - MINUTE);
  claims.claim(claim(1), START);
  expect(claims.claim(claim(2), START + passed).shard).toBe(shard);
});
