import type { SqlValue } from '../database.ts';

/** Adds a parameter and returns how the statement refers to it. */
export type Bind = (value: SqlValue) => string;

/** The parameters of a statement that is being put together, in the order they were bound. */
export function bindings(): { bind: Bind; parameters: SqlValue[] } {
  const parameters: SqlValue[] = [];
  return { parameters, bind: (value) => `?${parameters.push(value)}` };
}
