import { eventsOf, type History } from './history.ts';
import { saidOf } from './statements.ts';

/** The latest name that anybody gave a product: in looking at it, adding it to a cart, or in anything about an order. */
export function productNames(history: History): Map<string, string> {
  const seen = eventsOf(history)
    .filter(({ event }) => event.name === 'view_item' || event.name === 'add_to_cart')
    .flatMap(({ at, event }) =>
      (event.items ?? []).map(({ item_id: product, item_name: name = '' }) => ({ product, name, at })),
    );
  const said = saidOf(history)
    .flat()
    .flatMap(({ entry }) => entry.lines.map(({ product, name }) => ({ product, name, at: entry.at })));
  const inTime = [...seen, ...said]
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
  return new Map(inTime.map(({ product, name }) => [product, name]));
}
