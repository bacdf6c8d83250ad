import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countFewByCode,
  countFewInBoth,
  countFewInBothByCode,
  countFewOwners,
  countFewOwnersByCode,
  countFewOwnersOfParts,
  countFewOwnersWithPart,
} from './few-loops.ts';
import {
  countAll,
  countAllInBoth,
  countByCode,
  countInBothByCode,
  countOwners,
  countOwnersByCode,
  countOwnersOfParts,
  countOwnersWithPart,
  countPartsByCode,
  listRows,
  stepsOfOwners,
  sumAll,
  sumByCode,
  sumByGroup,
} from './loops.ts';

const CODES = 4;

const part = fc.record({ code: fc.nat(CODES - 1), kind: fc.nat(2), isIn: fc.nat(1) });
const row = fc.record({
  code: fc.nat(CODES - 1),
  isIn: fc.nat(1),
  isInOther: fc.nat(1),
  /** Whether its owner is another one than that of the row before. */
  isNew: fc.boolean(),
  value: fc.nat(2 ** 32 - 1),
  parts: fc.array(part, { minLength: 1, maxLength: 4 }),
});

/** Rows and their parts, and the same as columns. */
const tables = fc.array(row, { maxLength: 30 }).map((described) => {
  let owner = 0;
  let end = 0;
  const rows = described.map((one) => ({ ...one, owner: (owner += Number(one.isNew)) }));
  const parts = rows.flatMap((one) => one.parts.map((of) => ({ ...of, row: one })));
  const mask = Uint8Array.from(rows, ({ isIn }) => isIn);
  const list = new Uint32Array(rows.length + 1);
  return {
    rows,
    parts,
    few: list.slice(0, listRows(mask, list)),
    mask,
    other: Uint8Array.from(rows, ({ isInOther }) => isInOther),
    codes: Uint8Array.from(rows, ({ code }) => code),
    owners: Uint32Array.from(rows, (one) => one.owner),
    values: Uint32Array.from(rows, ({ value }) => value),
    from: Uint32Array.of(0, ...rows.map((one) => (end += one.parts.length))),
    partCodes: Uint8Array.from(parts, ({ code }) => code),
    kinds: Uint8Array.from(parts, ({ kind }) => kind),
    partMask: Uint8Array.from(parts, ({ isIn }) => isIn),
  };
});

/** For each code what is worked out of what has it. */
function byCode<Row extends { readonly code: number }>(
  rows: readonly Row[],
  figure: (rows: Row[]) => number,
) {
  return Array.from({ length: CODES }, (_, code) => figure(rows.filter((one) => one.code === code)));
}
const room = () => new Uint32Array(CODES);
const count = (rows: readonly unknown[]) => rows.length;
const sum = (rows: readonly { readonly value: number }[]) =>
  rows.reduce((total, { value }) => total + value, 0);
const different = (owners: readonly number[]) => new Set(owners).size;

test('rows are counted and added up, all together and by their code', () => {
  fc.assert(
    fc.property(tables, ({ rows, few, mask, other, codes, values }) => {
      const chosen = rows.filter(({ isIn }) => isIn === 1);
      const both = chosen.filter(({ isInOther }) => isInOther === 1);
      expect(countAll(mask)).toBe(chosen.length);
      expect(few).toHaveLength(chosen.length);
      expect(countAllInBoth(mask, other)).toBe(both.length);
      expect(countFewInBoth(few, other)).toBe(both.length);
      expect(sumAll(mask, values)).toBe(sum(chosen));

      const [found, inBoth, sums] = [room(), room(), new Float64Array(CODES)];
      countByCode(mask, codes, found);
      expect([...found]).toEqual(byCode(chosen, count));
      countFewByCode(few, codes, found.fill(0));
      expect([...found]).toEqual(byCode(chosen, count));
      countInBothByCode(mask, other, codes, inBoth);
      expect([...inBoth]).toEqual(byCode(both, count));
      countFewInBothByCode(few, other, codes, inBoth.fill(0));
      expect([...inBoth]).toEqual(byCode(both, count));
      sumByCode(mask, values, codes, sums);
      expect([...sums]).toEqual(byCode(chosen, sum));
      sumByGroup(sums.fill(0), mask, values, Uint32Array.from(codes));
      expect([...sums]).toEqual(byCode(chosen, sum));
    }),
  );
});

test('an owner is counted once however many rows it has', () => {
  fc.assert(
    fc.property(tables, ({ rows, few, mask, codes, owners }) => {
      const chosen = rows.filter(({ isIn }) => isIn === 1);
      const expected = byCode(chosen, (of) => different(of.map(({ owner }) => owner)));
      expect(countOwners(mask, owners)).toBe(different(chosen.map(({ owner }) => owner)));
      expect(countFewOwners(few, owners)).toBe(different(chosen.map(({ owner }) => owner)));
      const found = room();
      countOwnersByCode(mask, owners, codes, room(), found);
      expect([...found]).toEqual(expected);
      countFewOwnersByCode(few, owners, codes, room(), found.fill(0));
      expect([...found]).toEqual(expected);
    }),
  );
});

test('an owner is counted once however many parts its rows have', () => {
  fc.assert(
    fc.property(tables, fc.uint8Array({ minLength: 3, maxLength: 3, max: 1 }), (table, wanted) => {
      const { parts, few, mask, owners, from, kinds, partCodes } = table;
      const chosen = parts.filter(({ kind, row: { isIn } }) => isIn === 1 && wanted[kind] === 1);
      const steps = new Int32Array(parts.length + 1);
      const found = room();
      const expected = byCode(chosen, (of) => different(of.map((one) => one.row.owner)));
      stepsOfOwners(mask, owners, from, steps);
      countOwnersOfParts(steps, kinds, wanted, partCodes, room(), found);
      expect([...found]).toEqual(expected);
      countFewOwnersOfParts(few, owners, from, kinds, wanted, partCodes, room(), found.fill(0));
      expect([...found]).toEqual(expected);

      const verdict = Uint8Array.of(0, 1, 1, 0);
      const having = different(chosen.filter(({ code }) => verdict[code] === 1).map((one) => one.row.owner));
      stepsOfOwners(mask, owners, from, steps);
      expect(countOwnersWithPart(steps, kinds, wanted, partCodes, verdict)).toBe(having);
      expect(countFewOwnersWithPart(few, owners, from, kinds, wanted, partCodes, verdict)).toBe(having);
      expect(steps.every((step) => step === 0)).toBe(true);
    }),
  );
});

test('parts are counted by the code of their row', () => {
  fc.assert(
    fc.property(tables, ({ parts, partMask, from, codes }) => {
      const found = room();
      countPartsByCode(partMask, from, codes, found);
      const chosen = parts.filter(({ isIn }) => isIn === 1).map((one) => one.row);
      expect([...found]).toEqual(byCode(chosen, count));
    }),
  );
});
