/**
 * `parts` as whole numbers that add up to `total`, which is whole and what the parts add up to but for errors of floating
 * point. Each is one of the whole numbers beside it; those that lose most by being rounded down are rounded up.
 *
 * @throws {RangeError} where the parts add up to something else
 */
export function whole(parts: readonly number[], total: number): number[] {
  const rounded = parts.map(Math.floor);
  const missing = total - rounded.reduce((sum, part) => sum + part, 0);
  if (missing < -1 || missing > parts.length) throw new RangeError('The parts are not those of the total');
  const byLoss = parts
    .map((part, index) => ({ index, loss: part - Math.floor(part) }))
    .toSorted((a, b) => b.loss - a.loss || a.index - b.index);
  const raised = new Set(byLoss.slice(0, Math.max(missing, 0)).map(({ index }) => index));
  // Errors of floating point may make the parts' floors one more than the total.
  const lowered = missing < 0 ? byLoss.at(-1)?.index : undefined;
  return rounded.map((part, index) => part + Number(raised.has(index)) - Number(index === lowered));
}
