/**
 * JSON whose whole numbers may be larger than a double can tell apart, as ids of platforms are: those come out as the
 * digits that were sent. @throws {SyntaxError}
 */
export function parseLosslessJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
      ? context?.source
      : value,
  );
}
