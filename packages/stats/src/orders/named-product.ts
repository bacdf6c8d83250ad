/** A product as it was spoken of somewhere; what was not said is ''. */
export interface NamedProduct {
  readonly code: string;
  readonly name: string;
  readonly collection: string;
  /** Epoch ms. */
  readonly at: number;
}

/** A word for a product, and when it was said. */
export interface Word {
  readonly text: string;
  /** Epoch ms. */
  readonly at: number;
}

/**
 * Whether a word said then is later than the known one: of the same instant that which comes later by its text, and
 * '' is none. So the latest of all is the same in whatever order they come.
 */
export function isLater(known: Word, text: string, at: number): boolean {
  if (text === '') return false;
  return known.text === '' || at > known.at || (at === known.at && text > known.text);
}
