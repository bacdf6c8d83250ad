/**
 * Which of `count` points get a label: the first, then every k-th, at most `most` in all.
 * The last point is labelled too; a neighbour that would touch it gives way.
 */
export function labelledPoints(count: number, most: number): number[] {
  if (count <= 0) return [];
  const step = stepFor(count, most);
  const labelled: number[] = [];
  for (let index = 0; index < count; index += step) labelled.push(index);
  const last = count - 1;
  if (labelled.at(-1) !== last) {
    if (labelled.length > 1 && last - (labelled.at(-1) ?? 0) < step * 0.75) labelled.pop();
    labelled.push(last);
  }
  return labelled;
}

/** Steps that people count in: days by the week, hours by parts of a day. */
const STEPS = [1, 2, 3, 4, 5, 6, 7, 10, 12, 14, 24, 28, 48, 56];

function stepFor(count: number, most: number): number {
  const least = Math.ceil(count / most);
  return STEPS.find((step) => step >= least) ?? least;
}
