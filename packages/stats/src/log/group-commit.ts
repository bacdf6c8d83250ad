/** More is waiting for the disk than may be: whoever asks has to come again later. */
export class BusyError extends Error {
  override readonly name = 'BusyError';

  constructor() {
    super('Too much is waiting to be written');
  }
}

/**
 * What is asked for while something else is on its way to the disk is written together, in one go: a busy store writes
 * as often as its disk can, however much comes in, and a quiet one at once.
 */
export class GroupCommit<Item, Result> {
  readonly #write: (items: readonly Item[]) => readonly Result[];
  readonly #written: (items: number) => Promise<void>;
  readonly #most: number;
  #waiting: Waiting<Item, Result>[] = [];
  #isWriting = false;

  /**
   * @param write writes all of the items or, when it throws, none; returns a result for each
   * @param written resolves when that many items are on disk and others may be written; never rejects
   * @param most items that may wait: what is beyond is refused, since waiting longer helps nobody and takes memory
   */
  constructor(
    write: (items: readonly Item[]) => readonly Result[],
    written: (items: number) => Promise<void>,
    most: number,
  ) {
    this.#write = write;
    this.#written = written;
    this.#most = most;
  }

  /** @throws {BusyError} when too many are waiting already; then nothing of `item` is written */
  async add(item: Item): Promise<Result> {
    if (this.#waiting.length >= this.#most) throw new BusyError();
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#waiting.push({ item, resolve, reject });
    if (!this.#isWriting) void this.#writeAll();
    return promise;
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    try {
      while (this.#waiting.length > 0) {
        const group = this.#waiting.splice(0);
        this.#settle(group);
        await this.#written(group.length);
      }
    } finally {
      this.#isWriting = false;
    }
  }

  #settle(group: readonly Waiting<Item, Result>[]): void {
    try {
      const results = this.#write(group.map(({ item }) => item));
      if (results.length !== group.length) throw new RangeError('One result per item');
      for (const [index, result] of results.entries()) group[index]?.resolve(result);
    } catch (cause) {
      const [alone, ...others] = group;
      // What is wrong with one of them must not keep the others from being written.
      if (others.length > 0) for (const each of group) this.#settle([each]);
      else alone?.reject(cause);
    }
  }
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (cause: unknown) => void;
}
