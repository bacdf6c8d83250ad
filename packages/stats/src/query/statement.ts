import type { SqlValue } from '../database.ts';

/** Adds a parameter and returns how the statement refers to it. */
export type Bind = (value: SqlValue) => string;

/**
 * The parameters of a statement that is being put together, in the order they were bound. A value that is needed again
 * is the same parameter: a statement has at most 100.
 */
export function bindings(): { bind: Bind; parameters: SqlValue[] } {
  const parameters: SqlValue[] = [];
  const bind = (value: SqlValue) => {
    const known = parameters.indexOf(value);
    return `?${known === -1 ? parameters.push(value) : known + 1}`;
  };
  return { parameters, bind };
}
