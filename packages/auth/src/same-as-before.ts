/**
 * Works something out anew only when what it follows from is not what it was, by identity: the same few people ask again and
 * again, and of most of them nothing has changed.
 *
 * @returns given whom it is about, who is forgotten with it, and all that it follows from
 */
export function sameAsBefore<Value>(): (whom: object, from: readonly unknown[], work: () => Value) => Value {
  const before = new WeakMap<object, { readonly from: readonly unknown[]; readonly value: Value }>();
  return (whom, from, work) => {
    const known = before.get(whom);
    if (known?.from.length === from.length && known.from.every((part, index) => part === from[index])) {
      return known.value;
    }
    const value = work();
    before.set(whom, { from, value });
    return value;
  };
}
