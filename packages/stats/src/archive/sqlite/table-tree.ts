import { type Emit, interiorCell, leafCell, TreePage } from './page.ts';
import { record, type Value } from './record.ts';

interface Child {
  readonly page: number;
  /** The highest rowid in it. */
  readonly rowid: number;
}

/** Fewer than fit into a page, whatever their rowids are. */
const CHILDREN = 250;

/** A table of a SQLite file, whose rows come in the order of their rowids. Of what is written only where it is is kept. */
export class TableTree {
  readonly #emit: Emit;
  readonly #leaves: Child[] = [];
  #leaf = TreePage.leaf();
  #rowid = 0;

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  /** @param rowid higher than the one before; the next one where it is left out */
  add(values: readonly Value[], rowid = this.#rowid + 1): void {
    const cell = leafCell(rowid, record(values), this.#emit);
    if (!this.#leaf.add(cell)) {
      this.#endLeaf();
      this.#leaf.add(cell);
    }
    this.#rowid = rowid;
  }

  /** Writes what is left, and the pages that lead to the rows. Returns the number of the root. */
  end(): number {
    if (!this.#leaf.isEmpty || this.#leaves.length === 0) this.#endLeaf();
    let level = this.#leaves;
    while (level.length > 1) level = this.#parents(level);
    return level[0]?.page ?? 0;
  }

  #endLeaf(): void {
    this.#leaves.push({ page: this.#emit(this.#leaf.bytes()), rowid: this.#rowid });
    this.#leaf = TreePage.leaf();
  }

  #parents(children: readonly Child[]): Child[] {
    const count = Math.ceil(children.length / CHILDREN);
    return Array.from({ length: count }, (_, index) => {
      // As many for each, so that none has fewer than two: SQLite takes such a page for a broken one.
      const from = Math.floor((index * children.length) / count);
      const own = children.slice(from, Math.floor(((index + 1) * children.length) / count));
      const last = own.at(-1) ?? { page: 0, rowid: 0 };
      const page = TreePage.interior(last.page);
      for (const child of own.slice(0, -1)) page.add(interiorCell(child.page, child.rowid));
      return { page: this.#emit(page.bytes()), rowid: last.rowid };
    });
  }
}
