/** A value of a dimension that the store has in the period. */
export interface KnownValue {
  readonly value: string;
  readonly name: string;
}

/** More than anybody reads through. */
const MOST_SHOWN = 100;

/**
 * Those whose name or value has `text` in it. What is chosen stays in sight, and what is typed can be chosen as it is: not
 * before it is known (null until then) that it is no value's name.
 */
export function matching(
  known: readonly KnownValue[] | null,
  text: string,
  chosen: readonly string[],
): readonly KnownValue[] {
  if (known === null) return [...new Set(chosen)].map((value) => ({ value, name: value }));
  const wanted = text.trim().toLowerCase();
  const isMatch = ({ value, name }: KnownValue) =>
    value.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted);
  const found = known.filter((one) => chosen.includes(one.value) || isMatch(one)).slice(0, MOST_SHOWN);
  const isNamed = (value: string) => known.some((one) => one.value === value || one.name === value);
  const others = [...chosen, text.trim()].filter((value) => value !== '' && !isNamed(value));
  return [...new Set(others)].map((value) => ({ value, name: value })).concat(found);
}
