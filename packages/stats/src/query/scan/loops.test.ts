import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countFewByCode,
  countFewByKind,
  countFewInBoth,
  countFewInBothByCode,
  countFewOwners,
  countFewOwnersByCode,
  countFewHolding,
  countFewOwnersHolding,
  countFewOwnersHoldingAny,
  countFewOwnersOfCodes,
} from './few-loops.ts';
import {
  countAll,
  countAllInBoth,
  countByCode,
  countByKind,
  countInBothByCode,
  countHolding,
  countOfCodes,
  countOwnersHoldingAny,
  countPartsByCode,
  countRepeats,
  countRepeatsOfCodes,
  listRows,
  sumAll,
  sumByCode,
  sumByGroup,
  uncountRepeats,
  uncountRepeatsHolding,
} from './loops.ts';
import { repeatsIn } from './owners.ts';

const CODES = 4;

const part = fc.record({ code: fc.nat(CODES - 1), isIn: fc.nat(1) });
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

      const kinds = new Uint32Array(CODES * 2);
      const byKind = [0, 1].flatMap((kind) =>
        byCode(
          chosen.filter(({ isInOther }) => isInOther === kind),
          count,
        ),
      );
      countByKind(mask, other, codes, CODES, kinds);
      expect([...kinds]).toEqual(byKind);
      countFewByKind(few, other, codes, CODES, kinds.fill(0));
      expect([...kinds]).toEqual(byKind);

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
      const repeats = repeatsIn(owners);
      const all = different(chosen.map(({ owner }) => owner));
      expect(countAll(mask) - countRepeats(mask, repeats, owners)).toBe(all);
      expect(countFewOwners(few, owners)).toBe(different(chosen.map(({ owner }) => owner)));
      const found = room();
      countByCode(mask, codes, found);
      uncountRepeats(mask, repeats, owners, codes, room(), found);
      expect([...found]).toEqual(expected);
      countFewOwnersByCode(few, owners, codes, room(), found.fill(0));
      expect([...found]).toEqual(expected);
    }),
  );
});

test('an owner is counted once however many of its rows hold a value', () => {
  fc.assert(
    fc.property(tables, fc.uint8Array({ minLength: CODES, maxLength: CODES, max: 1 }), (table, verdict) => {
      const { rows, few, mask, codes, owners } = table;
      // A row holds a value once.
      const parts = table.parts.filter(
        (one, place) =>
          !table.parts.slice(0, place).some((other) => other.row === one.row && other.code === one.code),
      );
      const partCodes = Uint8Array.from(parts, ({ code }) => code);
      let end = 0;
      const from = Uint32Array.of(
        0,
        ...rows.map((whole) => (end += parts.filter((one) => one.row === whole).length)),
      );
      const chosen = parts.filter(({ row: { isIn } }) => isIn === 1);
      const rowOf = Uint16Array.from(parts, (one) => rows.indexOf(one.row));
      const found = room();
      const owned = byCode(chosen, (of) => different(of.map((one) => one.row.owner)));
      const repeats = repeatsIn(owners);
      countHolding(mask, rowOf, partCodes, found);
      uncountRepeatsHolding(mask, repeats, owners, from, partCodes, room(), found);
      expect([...found]).toEqual(owned);
      countFewOwnersHolding(few, owners, from, partCodes, room(), found.fill(0));
      expect([...found]).toEqual(owned);
      countHolding(mask, rowOf, partCodes, found.fill(0));
      expect([...found]).toEqual(byCode(chosen, count));
      countFewHolding(few, from, partCodes, found.fill(0));
      expect([...found]).toEqual(byCode(chosen, count));

      const isMeant = ({ code }: { readonly code: number }) => verdict[code] === 1;
      const having = different(chosen.filter(isMeant).map((one) => one.row.owner));
      expect(countOwnersHoldingAny(mask, owners, rowOf, partCodes, verdict)).toBe(having);
      expect(countFewOwnersHoldingAny(few, owners, from, partCodes, verdict)).toBe(having);
      const meant = rows.filter((one) => one.isIn === 1 && isMeant(one));
      const ofCodes = different(meant.map(({ owner }) => owner));
      const again = countRepeatsOfCodes(mask, repeats, owners, codes, verdict);
      expect(countOfCodes(mask, codes, verdict) - again).toBe(ofCodes);
      expect(countFewOwnersOfCodes(few, owners, codes, verdict)).toBe(ofCodes);
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
