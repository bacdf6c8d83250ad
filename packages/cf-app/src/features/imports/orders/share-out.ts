/** Splits a whole number into whole parts in proportion to `weights`; they add up to it. All zero: nothing is split. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  let weightSoFar = 0;
  let sharedSoFar = 0;
  return weights.map((weight) => {
    weightSoFar += weight;
    const share = Math.round((total * weightSoFar) / sum) - sharedSoFar;
    sharedSoFar += share;
    return share;
  });
}
