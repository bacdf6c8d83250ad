import type { ArchiveStore, DeletedObjects } from '../archive/archive-store.ts';

/** An object store in memory that can be made to fail. */
export class MemoryArchive implements ArchiveStore {
  readonly objects = new Map<string, Uint8Array>();
  /** Called before and after everything that is done; throwing stands for a failure then. */
  interrupt: () => void = () => {};

  async put(key: string, content: Uint8Array): Promise<void> {
    this.interrupt();
    this.objects.set(key, content);
    this.interrupt();
  }

  async get(key: string): Promise<Uint8Array | null> {
    this.interrupt();
    return this.objects.get(key) ?? null;
  }

  async size(key: string): Promise<number | null> {
    this.interrupt();
    return this.objects.get(key)?.length ?? null;
  }

  async deleteSome(prefix: string): Promise<DeletedObjects> {
    const found = [...this.objects].filter(([key]) => key.startsWith(prefix)).slice(0, 2);
    for (const [key] of found) this.objects.delete(key);
    this.interrupt();
    return { objects: found.length, bytes: found.reduce((sum, [, { length }]) => sum + length, 0) };
  }
}
