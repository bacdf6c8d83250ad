/** The little of an object store that archiving needs. In production it is R2. Every call may fail and be repeated. */
export interface ArchiveStore {
  /** Durable when it resolves; replaces what was under `key`. */
  put(key: string, content: Uint8Array): Promise<void>;
  /** Null where there is nothing. */
  get(key: string): Promise<Uint8Array | null>;
  /** In bytes; null where there is nothing. */
  size(key: string): Promise<number | null>;
  /** How much there is under keys that begin with `prefix`. */
  measure(prefix: string): Promise<ArchiveSize>;
  /** Deletes some hundred of those objects. Returns how many; 0 once none are left. */
  deleteSome(prefix: string): Promise<number>;
}

export interface ArchiveSize {
  readonly objects: number;
  readonly bytes: number;
}
