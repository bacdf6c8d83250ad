let shared = new Uint8Array(65_536);

/** So many zeros, shared by all who ask: columns in which every row is the same are many, and must take no memory. */
export function zeros(count: number): Uint8Array {
  if (count > shared.length) shared = new Uint8Array(Math.max(count, shared.length * 2));
  return shared.subarray(0, count);
}
