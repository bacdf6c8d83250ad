/** The list with its n-th entry one place further up (−1) or down (1). */
export function moved<Entry>(list: readonly Entry[], index: number, by: -1 | 1): Entry[] {
  const entry = list[index];
  const other = list[index + by];
  if (entry === undefined || other === undefined) return [...list];
  return list.with(index, other).with(index + by, entry);
}
