import type { ArchiveStore, ArchiveSize } from './archive-store.ts';

/** An R2 bucket. */
export class R2Archive implements ArchiveStore {
  readonly #bucket: R2Bucket;

  constructor(bucket: R2Bucket) {
    this.#bucket = bucket;
  }

  async put(key: string, content: Uint8Array): Promise<void> {
    await this.#bucket.put(key, content, { httpMetadata: { contentType: 'application/gzip' } });
  }

  async get(key: string): Promise<Uint8Array | null> {
    const object = await this.#bucket.get(key);
    return object && new Uint8Array(await object.arrayBuffer());
  }

  async size(key: string): Promise<number | null> {
    return (await this.#bucket.head(key))?.size ?? null;
  }

  async measure(prefix: string): Promise<ArchiveSize> {
    let objects = 0;
    let bytes = 0;
    for (let cursor: string | undefined; ;) {
      const page = await this.#bucket.list({ prefix, ...(cursor === undefined ? {} : { cursor }) });
      objects += page.objects.length;
      bytes += page.objects.reduce((sum, { size }) => sum + size, 0);
      if (!page.truncated) return { objects, bytes };
      cursor = page.cursor;
    }
  }

  async deleteSome(prefix: string): Promise<number> {
    const { objects } = await this.#bucket.list({ prefix, limit: 500 });
    if (objects.length > 0) await this.#bucket.delete(objects.map(({ key }) => key));
    return objects.length;
  }
}
