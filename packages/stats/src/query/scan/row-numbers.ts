let shared = new Uint32Array(0);

/** 0, 1, 2, …: what rows are owned by that are their own. Shared by all who ask. */
export function rowNumbers(count: number): Uint32Array {
  if (count > shared.length) shared = Uint32Array.from({ length: count * 2 }, (_, row) => row);
  return shared.subarray(0, count);
}
