const numbers = new WeakMap<object, number>();
let last = 0;

/** A number of its own for each object, by which it is told from others for as long as anybody remembers. */
export function numberOf(object: object): number {
  let number = numbers.get(object);
  if (number === undefined) numbers.set(object, (number = last += 1));
  return number;
}
