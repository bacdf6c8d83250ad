/**
 * Parses each text once: what a text means does not change, and the same few come with request after request. Bounded, so
 * that nobody fills it by sending ever new ones; what cannot be parsed is not kept.
 *
 * @param parse must give the same for the same text, and what it gives must not be changed
 */
export function parseOnce<T>(parse: (text: string) => T, most = 1000): (text: string) => T {
  const parsed = new Map<string, T>();
  return (text) => {
    const known = parsed.get(text);
    if (known !== undefined) return known;
    const value = parse(text);
    const oldest = parsed.keys().next();
    if (parsed.size >= most && !oldest.done) parsed.delete(oldest.value);
    parsed.set(text, value);
    return value;
  };
}
