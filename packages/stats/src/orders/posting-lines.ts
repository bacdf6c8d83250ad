import type { LedgerEntry, LedgerLine } from './ledger-entry.ts';

/** What an entry contributes to one product; amounts that belong to no line are on product ''. Minor units. */
export interface PostingLine {
  readonly product: string;
  /** On the first sale of a product within an order: counting these counts orders with the product. */
  readonly isOrder: boolean;
  readonly units: number;
  readonly gross: number;
  readonly discount: number;
  readonly returns: number;
  readonly adjustment: number;
}

/** What is left of a product that an order has sold. */
interface Sold {
  /** After discount and returns. */
  readonly net: number;
  readonly quantity: number;
}

/** The products of one order: turns its entries, in the order of time and sales first, into lines that add up. */
export class OrderLines {
  readonly #sold = new Map<string, Sold>();
  /** What is left of the whole order. */
  #left = 0;

  /** `gross`, `discount`, `returns` and `adjustment` of the lines add up to what the entry contributes. */
  linesOf(entry: LedgerEntry): PostingLine[] {
    const lines = new Map<string, PostingLine>();
    const add = (product: string, amounts: Partial<PostingLine>) =>
      lines.set(product, addUp(lines.get(product) ?? { ...NOTHING, product }, amounts));

    for (const line of entry.lines) {
      const net = line.gross - line.discount;
      if (entry.kind === 'sale') add(line.product, this.#sell(line));
      else if (entry.kind === 'adjustment') add(line.product, { adjustment: net });
      else if (entry.gives === 'amounts')
        add(line.product, this.#takeBack(line.product, -line.quantity, -net));
      else if (entry.gives === 'lines')
        add(line.product, this.#takeBack(line.product, Math.abs(line.quantity)));
    }
    if (givesBack(entry) && entry.gives === 'order' && this.#left > 0) {
      for (const [product, { quantity }] of this.#sold) add(product, this.#takeBack(product, quantity));
    }

    const total = [...lines.values()].reduce(addUp, NOTHING);
    const rest = {
      gross: entry.gross - total.gross,
      discount: entry.discount - total.discount,
      returns: this.#returnsOf(entry, total.returns) - total.returns,
      adjustment: entry.adjustment - total.adjustment,
    };
    if (Object.values(rest).some((amount) => amount !== 0)) add('', rest);
    this.#left += entry.gross - entry.discount - total.returns - rest.returns;
    return [...lines.values()];
  }

  #sell({ product, quantity, gross, discount }: LedgerLine): Partial<PostingLine> {
    const before = this.#sold.get(product);
    const { net, quantity: had } = before ?? { net: 0, quantity: 0 };
    this.#sold.set(product, { net: net + gross - discount, quantity: had + quantity });
    // What is given away or written off is not sold.
    return { isOrder: before === undefined, units: gross > 0 ? quantity : 0, gross, discount };
  }

  /** Without a `stated` amount: the price that so many were sold for, to the last cent when it is all of them. */
  #takeBack(product: string, quantity: number, stated?: number): Partial<PostingLine> {
    const sold = this.#sold.get(product) ?? { net: 0, quantity: 0 };
    const isAll = quantity >= sold.quantity;
    const returns = stated ?? (isAll ? sold.net : Math.round((sold.net * quantity) / sold.quantity));
    this.#sold.set(product, { net: sold.net - returns, quantity: sold.quantity - quantity });
    return { returns };
  }

  #returnsOf(entry: LedgerEntry, ofLines: number): number {
    if (!givesBack(entry) || entry.gives === 'amounts') return entry.returns;
    return entry.gives === 'order' ? Math.max(this.#left, 0) : ofLines;
  }
}

function givesBack({ kind }: LedgerEntry): boolean {
  return kind === 'refund' || kind === 'cancellation';
}

const NOTHING: PostingLine = {
  product: '',
  isOrder: false,
  units: 0,
  gross: 0,
  discount: 0,
  returns: 0,
  adjustment: 0,
};

function addUp(line: PostingLine, more: Partial<PostingLine>): PostingLine {
  return {
    product: line.product,
    isOrder: line.isOrder || (more.isOrder ?? false),
    units: line.units + (more.units ?? 0),
    gross: line.gross + (more.gross ?? 0),
    discount: line.discount + (more.discount ?? 0),
    returns: line.returns + (more.returns ?? 0),
    adjustment: line.adjustment + (more.adjustment ?? 0),
  };
}
