import { expect, test } from 'vitest';
import { coded } from '../../columns/coded.ts';
import { ELSEWHERE } from '../../days/day-segment.ts';
import {
  addRows,
  keepBoth,
  keepCodes,
  keepWithPart,
  partsIn,
  removeRows,
  rowsOnDay,
  verdictOn,
} from './mask.ts';

const names = coded(['page_view', 'purchase', 'page_view', 'search', 'page_view']);
/** Of three rows: one with two parts, one with none and one with three. */
const from = Uint32Array.of(0, 2, 2, 5);

/** What becomes of the rows 1100 together with 1010. */
function combined(combine: (mask: Uint8Array, other: Uint8Array) => void): number[] {
  const mask = Uint8Array.of(1, 1, 0, 0);
  combine(mask, Uint8Array.of(1, 0, 1, 0));
  return [...mask];
}

test('masks are combined', () => {
  expect(combined(keepBoth)).toEqual([1, 0, 0, 0]);
  expect(combined(addRows)).toEqual([1, 1, 1, 0]);
  expect(combined(removeRows)).toEqual([0, 1, 0, 0]);
});

test('rows are kept by what their code stands for', () => {
  const mask = Uint8Array.of(1, 1, 0, 1, 1);
  keepCodes(mask, names.codes, verdictOn(names, 'page_view'));
  expect([...mask]).toEqual([1, 0, 0, 0, 1]);
});

test('what is on another day is not chosen', () => {
  const hours = Uint8Array.of(0, 0, ELSEWHERE, 23, 24);
  expect([...rowsOnDay(names.codes, verdictOn(names, 'page_view'), hours)]).toEqual([1, 0, 0, 0, 1]);
});

test('the parts of chosen rows are chosen, also where rows have none', () => {
  expect([...partsIn(Uint8Array.of(1, 1, 0), from)]).toEqual([1, 1, 0, 0, 0]);
  expect([...partsIn(Uint8Array.of(0, 1, 1), from)]).toEqual([0, 0, 1, 1, 1]);
  expect([...partsIn(Uint8Array.of(0, 0, 0), from)]).toEqual([0, 0, 0, 0, 0]);
});

test('rows are kept by what their parts have', () => {
  const mask = Uint8Array.of(1, 1, 1);
  keepWithPart(mask, from, names.codes, verdictOn(names, 'search'));
  expect([...mask]).toEqual([0, 0, 1]);
});
