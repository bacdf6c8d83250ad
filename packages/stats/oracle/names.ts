import { eventsOf, type History } from './history.ts';
import { saidOf } from './statements.ts';

/** The latest words for products; who has none is not in it. */
export interface ProductWords {
  readonly names: ReadonlyMap<string, string>;
  readonly collections: ReadonlyMap<string, string>;
}

interface Word {
  readonly product: string;
  readonly at: number;
  readonly text: string | undefined;
}

/** Whoever looks at a product, adds it to a cart or says anything about an order may name it and its collection. */
export function productWords(history: History): ProductWords {
  const seen = eventsOf(history)
    .filter(({ event }) => event.name === 'view_item' || event.name === 'add_to_cart')
    .flatMap(({ at, event }) =>
      (event.items ?? []).map((item) => ({
        product: item.item_id,
        name: item.item_name,
        collection: item.item_category,
        at,
      })),
    );
  const said = saidOf(history)
    .flat()
    .flatMap(({ entry }) => entry.lines.map((line) => ({ ...line, at: entry.at })));
  const all = [...seen, ...said];
  return {
    names: latest(all.map(({ name, ...of }) => ({ ...of, text: name }))),
    collections: latest(all.map(({ collection, ...of }) => ({ ...of, text: collection }))),
  };
}

function latest(words: readonly Word[]): Map<string, string> {
  const inTime = words
    .flatMap(({ product, at, text }) => (text ? [{ product, at, text }] : []))
    .toSorted((a, b) => a.at - b.at || (a.text < b.text ? -1 : 1));
  return new Map(inTime.map(({ product, text }) => [product, text]));
}
