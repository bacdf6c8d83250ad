import type { StoreEvent } from '../event.ts';
import { toMinorUnits } from '../money.ts';

type Item = NonNullable<StoreEvent['items']>[number];

interface CartLine {
  readonly name: string;
  readonly units: number;
  /** Minor units for one; null where it was not said. */
  readonly price: number | null;
}

/** As much as a cart is followed: more would be somebody who means harm. */
const MOST_LINES = 200;

/** What somebody has in their cart, as far as their browser told. */
export class LiveCartContents {
  readonly #lines = new Map<string, CartLine>();
  /** Minor units, where the shop says what the cart is worth but not what is in it. */
  #stated: number | null = null;
  #last = '';
  /** The first that was said of it; null where nothing was. */
  currency: string | null = null;

  get units(): number {
    return [...this.#lines.values()].reduce((sum, { units }) => sum + units, 0);
  }

  get isEmpty(): boolean {
    return this.#lines.size === 0 && this.#stated === null;
  }

  /** What was put into it last. */
  get product(): string {
    return this.#last;
  }

  /** Minor units; null where no price is known. */
  get value(): number | null {
    const priced = [...this.#lines.values()].filter(({ price }) => price !== null);
    if (priced.length === 0) return this.#stated;
    return priced.reduce((sum, { price, units }) => sum + Math.round((price ?? 0) * units), 0);
  }

  add({ items = [], ...event }: StoreEvent, storeCurrency: string): void {
    const currency = this.#in(event.currency ?? storeCurrency);
    for (const item of items) {
      const before = this.#lines.get(item.item_id);
      if (!before && this.#lines.size >= MOST_LINES) return;
      const line = lineOf(item, currency);
      this.#lines.set(item.item_id, {
        name: line.name || (before?.name ?? ''),
        units: line.units + (before?.units ?? 0),
        price: line.price ?? before?.price ?? null,
      });
      this.#last = line.name || item.item_id;
    }
    if (items.length === 0 && event.value !== undefined) {
      this.#stated = (this.#stated ?? 0) + toMinorUnits(event.value, currency);
    }
  }

  remove({ items = [] }: StoreEvent): void {
    for (const { item_id: id, quantity = 1 } of items) {
      const line = this.#lines.get(id);
      if (!line) continue;
      if (line.units > quantity) this.#lines.set(id, { ...line, units: line.units - quantity });
      else this.#lines.delete(id);
    }
  }

  /** What an event says is all that is in it. An event that says nothing of it leaves it as it is. */
  replace(event: StoreEvent, storeCurrency: string): void {
    const { items = [], value } = event;
    if (items.length === 0 && value === undefined) return;
    const last = this.#last;
    this.clear();
    this.add(event, storeCurrency);
    if (items.some(({ item_name: name, item_id: id }) => (name || id) === last)) this.#last = last;
  }

  clear(): void {
    this.#lines.clear();
    this.#stated = null;
    this.currency = null;
  }

  #in(currency: string): string {
    this.currency ??= currency;
    return currency;
  }
}

function lineOf({ item_name: name = '', quantity = 1, price }: Item, currency: string): CartLine {
  return { name, units: quantity, price: price === undefined ? null : toMinorUnits(price, currency) };
}
