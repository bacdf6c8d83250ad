import type { Coded } from '../columns/coded.ts';
import { decodeColumns } from '../columns/decode-columns.ts';
import { VISIT_DIMENSIONS, type VisitDimension } from './visit-dimensions.ts';

/** What every event says for the visit that it may be the first of. Pages are told from the event's own. */
export type OriginDimension = Exclude<VisitDimension, 'landing_page' | 'exit_page'>;
export const ORIGIN_DIMENSIONS = VISIT_DIMENSIONS.filter(isOfOrigin);

/** One per event. `batch` is what decides the order of the same millisecond; `prior` is '' where there is none. */
export const EVENT_STRINGS = [
  'batch',
  'visitor',
  'prior',
  'name',
  'page',
  'bot',
  ...ORIGIN_DIMENSIONS,
] as const;
export type EventString = (typeof EVENT_STRINGS)[number];

/** Events of one store-local day as columns, in the order in which they were counted. */
export interface EventBlock {
  /** Epoch ms, one per event. */
  readonly at: Float64Array;
  strings(column: EventString): Coded;
  /** Place of the event that a product is in; ascending. As long as `itemKind` and `product`. */
  readonly itemEvent: Uint32Array;
  /** 0: looked at, 1: put into a cart. */
  readonly itemKind: Uint8Array;
  readonly product: Coded;
  /** Place of each event that an order may belong to; ascending. As long as `purchaseId`. */
  readonly purchaseEvent: Uint32Array;
  readonly purchaseId: Float64Array;
}

/** A block as `encodeColumns` wrote it: nothing is unpacked that is not asked for. */
export class StoredBlock implements EventBlock {
  readonly #columns;
  readonly #strings = new Map<EventString, Coded>();
  readonly at: Float64Array;

  constructor(bytes: Uint8Array) {
    this.#columns = decodeColumns(bytes);
    this.at = this.#columns.f64('at');
  }

  strings(column: EventString): Coded {
    let strings = this.#strings.get(column);
    if (!strings) this.#strings.set(column, (strings = this.#columns.coded(column)));
    return strings;
  }

  get itemEvent(): Uint32Array {
    return this.#columns.u32('itemEvent');
  }

  get itemKind(): Uint8Array {
    return this.#columns.u8('itemKind');
  }

  get product(): Coded {
    return this.#columns.coded('product');
  }

  get purchaseEvent(): Uint32Array {
    return this.#columns.u32('purchaseEvent');
  }

  get purchaseId(): Float64Array {
    return this.#columns.f64('purchaseId');
  }
}

function isOfOrigin(dimension: VisitDimension): dimension is OriginDimension {
  return dimension !== 'landing_page' && dimension !== 'exit_page';
}
