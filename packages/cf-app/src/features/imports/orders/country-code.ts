const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CODES = codesByName();

/** The ISO 3166 code for an English country name; what has none stays as it is written, '' means not known. */
export function countryCode(written: string, exceptions: Readonly<Record<string, string>>): string {
  if (Object.hasOwn(exceptions, written)) return exceptions[written] ?? '';
  return CODES.get(written.toLowerCase()) ?? written;
}

function codesByName(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = new Map<string, string>();
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const code = first + second;
      // Some names have an old code beside the present one: UK and GB, DD and DE.
      const [canonical] = Intl.getCanonicalLocales(`und-${code}`);
      const name = names.of(code);
      if (name !== undefined && canonical === `und-${code}`) codes.set(name.toLowerCase(), code);
    }
  }
  return codes;
}
