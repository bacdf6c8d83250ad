/** Where the parts of each of some rows begin, and where the last of them end. */
export function startsOf(parts: readonly (readonly unknown[])[]): Uint32Array {
  let end = 0;
  return Uint32Array.of(0, ...parts.map(({ length }) => (end += length)));
}
