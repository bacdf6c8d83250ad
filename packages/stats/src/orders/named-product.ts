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

/** The latest word: of the same instant the one that comes later by its text; '' is none. In whatever order they come. */
export function latestWord(known: Word, word: Word): Word {
  if (word.text === '') return known;
  if (known.text === '' || word.at > known.at) return word;
  return word.at === known.at && word.text > known.text ? word : known;
}
