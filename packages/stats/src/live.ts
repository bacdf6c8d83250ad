/** How far somebody has come, from looking around to an order. */
export const LIVE_STEPS = ['browsing', 'product', 'cart', 'checkout', 'order'] as const;
export type LiveStep = (typeof LIVE_STEPS)[number];

/** Who is in the shop is whoever did anything in these last minutes. */
export const LIVE_MINUTES = 5;
/** Carts and orders are those of visits that are not over. */
export const LIVE_VISIT_MINUTES = 30;

/** What goes on in a shop at one moment. Automated traffic is left out; nothing in it tells who somebody is. */
export interface LiveState {
  /** When it was so, epoch ms. */
  readonly at: number;
  /** Of all amounts. */
  readonly currency: string;
  /** Different people who did anything in the last `LIVE_MINUTES`. */
  readonly visitors: number;
  /** The page that each of them is on. */
  readonly pages: readonly LiveCount[];
  /** Where each of them came from; '' where nothing says. */
  readonly sources: readonly LiveCount[];
  /** Everybody of the last `LIVE_VISIT_MINUTES` at the step where they are, in the order of `LIVE_STEPS`. */
  readonly steps: readonly {
    readonly step: LiveStep;
    readonly visitors: number;
    /** In their carts or, at the last step, their orders; minor units. */
    readonly value: number;
  }[];
  /** Those that something happened to last come first. */
  readonly carts: readonly LiveCart[];
  /** The newest first. */
  readonly orders: readonly LiveOrder[];
}

export interface LiveCount {
  readonly name: string;
  readonly visitors: number;
}

export interface LiveCart {
  /** Tells carts of one answer apart; stays while the object of the store is awake. */
  readonly key: string;
  readonly step: 'cart' | 'checkout';
  /** Minor units; null where it is in another currency than the store’s, or no price is known. */
  readonly value: number | null;
  readonly units: number;
  /** What was put into it last. */
  readonly product: string;
  readonly source: string;
  /** Of the last thing that happened to it, epoch ms. */
  readonly at: number;
}

export interface LiveOrder {
  readonly key: string;
  /** Goods less discounts, minor units; null where it is in another currency than the store’s. */
  readonly value: number | null;
  readonly units: number;
  readonly product: string;
  /** '' where no visit is known. */
  readonly source: string;
  readonly at: number;
}
