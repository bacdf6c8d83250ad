import type { Codes } from '../../columns/coded.ts';
import { groupsOf, highest } from './loops.ts';

/** The group that each row of a table is in, or the one that all of them are in. */
export type RowGroups = number | GroupPerRow;

export interface GroupPerRow {
  readonly of: Uint32Array;
  readonly highest: number;
}

export function groupPerRow(of: Uint32Array): GroupPerRow {
  return { of, highest: highest(of) };
}

/** By what each row's code stands for. */
export function groupsByCode(codes: Codes, groups: Uint32Array): GroupPerRow {
  return groupPerRow(groupsOf(codes, groups));
}

export function groupAt(groups: RowGroups, row: number): number {
  return typeof groups === 'number' ? groups : (groups.of[row] ?? 0);
}
