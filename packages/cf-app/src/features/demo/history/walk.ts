import type { event } from '@layerkick/stats/event';
import type { z } from 'zod';
import type { DemoShop } from '../shops/shop.ts';
import type { Random } from './random.ts';

export type DemoEvent = z.input<typeof event>;

/** Somebody's way through a shop: one event after the other, with pauses as people make them. */
export class Walk {
  readonly events: DemoEvent[] = [];
  readonly #shop: DemoShop;
  readonly #random: Random;
  #at: number;
  #url = '';

  /** @param start epoch ms */
  constructor(shop: DemoShop, random: Random, start: number) {
    this.#shop = shop;
    this.#random = random;
    this.#at = start;
  }

  /** Epoch ms of the last event. */
  get at(): number {
    return this.#at;
  }

  /** The first page, at an address with parameters. */
  land(url: string, title: string, referrer: string | undefined): void {
    this.#show(url, title, referrer);
  }

  goTo(path: string, title: string, referrer: string = this.#url): void {
    this.#pause(9_000, 55_000);
    this.#show(`https://${this.#shop.host}${path}`, title, referrer);
  }

  /** Something that happens with the page: when it is shown, or `later` by the visitor's doing. */
  happens(name: string, fields: Partial<DemoEvent> = {}, later = false): void {
    if (later) this.#pause(4_000, 30_000);
    else this.#at += 40;
    this.events.push({ name, at: this.#at, url: this.#url, ...fields });
  }

  #show(url: string, title: string, referrer: string | undefined): void {
    this.#url = url;
    const from = referrer ? { referrer } : {};
    const titled = title ? `${title} – ${this.#shop.name}` : this.#shop.name;
    this.events.push({ name: 'page_view', at: this.#at, url, title: titled, ...from });
  }

  /** Mostly short, now and then long. */
  #pause(shortest: number, longest: number): void {
    this.#at += Math.round(shortest + (longest - shortest) * this.#random.next() ** 2.2);
  }
}
