/** Numbers for the strings that dictionaries of different days have in common: the same one for the same string. */
export class Names {
  readonly #ids = new Map<string, number>();
  readonly #names: string[] = [];
  /** A dictionary is looked up once, however often its column is read. */
  readonly #known = new WeakMap<readonly string[], Uint32Array>();

  /** How many there are; ids are below. */
  get size(): number {
    return this.#names.length;
  }

  id(name: string): number {
    let id = this.#ids.get(name);
    if (id === undefined) this.#ids.set(name, (id = this.#names.push(name) - 1));
    return id;
  }

  /** The id of each of a dictionary's values. */
  ids(values: readonly string[]): Uint32Array {
    let ids = this.#known.get(values);
    if (!ids) this.#known.set(values, (ids = Uint32Array.from(values, (value) => this.id(value))));
    return ids;
  }

  name(id: number): string {
    return this.#names[id] ?? '';
  }
}
