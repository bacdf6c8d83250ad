/** Counted since the isolate began; survives a restart of the object, as a bucket does. */
const objects = new Map<string, Uint8Array>();
let puts = 0;

/** What R2 is to the store's object, without R2: writing to the archive is part of the work, keeping it is not. */
export function memoryBucket(): R2Bucket {
  const bucket = {
    put: async (key: string, content: Uint8Array) => {
      objects.set(key, content);
      puts += 1;
    },
    get: async (key: string) => {
      const content = objects.get(key);
      return content ? { arrayBuffer: async () => content.slice().buffer } : null;
    },
    head: async (key: string) => {
      const content = objects.get(key);
      return content ? { size: content.length } : null;
    },
  };
  // As much of a bucket as the archive uses.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return bucket as unknown as R2Bucket;
}

export function bucketUsage(): { readonly puts: number; readonly bytes: number } {
  return { puts, bytes: [...objects.values()].reduce((sum, { length }) => sum + length, 0) };
}
