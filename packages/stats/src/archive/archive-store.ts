/** The little of an object store that archiving needs. In production it is R2. Every call may fail and be repeated. */
export interface ArchiveStore {
  /** Durable when it resolves; replaces what was under `key`. */
  put(key: string, content: Uint8Array): Promise<void>;
  /** Null where there is nothing. */
  get(key: string): Promise<Uint8Array | null>;
  /** In bytes; null where there is nothing. */
  size(key: string): Promise<number | null>;
  /** Deletes some hundred of the objects whose keys begin with `prefix`; none are left once `objects` is 0. */
  deleteSome(prefix: string): Promise<DeletedObjects>;
}

export interface DeletedObjects {
  readonly objects: number;
  readonly bytes: number;
}
