import type { ArchiveStore, ArchiveSize } from '../archive/archive-store.ts';

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

  async measure(prefix: string): Promise<ArchiveSize> {
    const found = [...this.objects].filter(([key]) => key.startsWith(prefix));
    return { objects: found.length, bytes: found.reduce((sum, [, { length }]) => sum + length, 0) };
  }

  async deleteSome(prefix: string): Promise<number> {
    const [key] = [...this.objects.keys()].filter((name) => name.startsWith(prefix));
    if (key === undefined) return 0;
    this.objects.delete(key);
    return 1;
  }
}
