let shared = new Uint8Array(65_536);
let sharedNumbers = new Float64Array(1024);

/** So many zeros, shared by all who ask: columns in which every row is the same are many, and must take no memory. */
export function zeros(count: number): Uint8Array {
  if (count > shared.length) shared = new Uint8Array(Math.max(count, shared.length * 2));
  return shared.subarray(0, count);
}

export function zeroNumbers(count: number): Float64Array {
  if (count > sharedNumbers.length)
    sharedNumbers = new Float64Array(Math.max(count, sharedNumbers.length * 2));
  return sharedNumbers.subarray(0, count);
}

/** Whether a column is known to have nothing but zeros. */
export function isZeros({ buffer }: ArrayBufferView): boolean {
  return buffer === shared.buffer || buffer === sharedNumbers.buffer;
}
