const LINES_SHOWN = 5;

interface Reason {
  count: number;
  readonly lines: number[];
}

/** Counts rows by reason and remembers where the first few are. */
export class Tally {
  readonly #reasons = new Map<string, Reason>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(reason: string, line: number): void {
    this.#count++;
    const known = this.#reasons.get(reason);
    if (known === undefined) this.#reasons.set(reason, { count: 1, lines: [line] });
    else {
      known.count++;
      if (known.lines.length < LINES_SHOWN) known.lines.push(line);
    }
  }

  /** Most frequent first. */
  byReason(): { readonly reason: string; readonly count: number; readonly lines: readonly number[] }[] {
    return [...this.#reasons]
      .map(([reason, { count, lines }]) => ({ reason, count, lines }))
      .toSorted((a, b) => b.count - a.count);
  }
}
