import { type Dimension, DIMENSIONS } from '@layerkick/stats/dimensions';

/** What something on the page stands for: a value of a dimension. */
export interface NamedRow {
  readonly dimension: Dimension;
  readonly value: string;
  readonly name: string;
}

/** The row that `element` is in, as the server marked it up, or what it stands for without one; null where that is nothing. */
export function rowAt(element: HTMLElement | SVGElement): NamedRow | null {
  const row = element.closest<HTMLElement>('[data-row]');
  const value = row ? row.dataset['row'] : element.dataset['named'];
  const named = element.closest<HTMLElement>('[data-dimension]')?.dataset['dimension'];
  const dimension = DIMENSIONS.find((one) => one === named);
  if (value === undefined || dimension === undefined) return null;
  const name = element.dataset['name'] ?? element.getAttribute('title') ?? value;
  return { dimension, value, name };
}
