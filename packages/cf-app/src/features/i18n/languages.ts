/** What the product speaks. A language more: see README.md. */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-GB' },
  de: { name: 'Deutsch', locale: 'de-DE' },
} as const satisfies Record<string, { readonly name: string; readonly locale: string }>;

export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_IDS = Object.keys(LANGUAGES).filter(isLanguage);

export function isLanguage(id: string): id is Language {
  return Object.hasOwn(LANGUAGES, id);
}

/** What was chosen on this device. */
export const LANGUAGE_COOKIE = 'lk-language';

/** Spoken where somebody asks for none that we have. */
const USUAL: Language = 'en';

/**
 * Which language a page is in: the one that was chosen, else the first of the browser's wishes that we have.
 *
 * @param accepted an `Accept-Language` header: `de-CH, de;q=0.9, en;q=0.8`
 */
export function languageFor(chosen: string | undefined, accepted: string | null | undefined): Language {
  if (chosen !== undefined && isLanguage(chosen)) return chosen;
  const wishes = (accepted ?? '').split(',', 20).map((part) => {
    const [tag = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return { id: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality.slice(2)) };
  });
  const wanted = wishes.filter(({ quality }) => quality > 0).toSorted((a, b) => b.quality - a.quality);
  return wanted.map(({ id }) => id).find(isLanguage) ?? USUAL;
}
