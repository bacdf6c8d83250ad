import type { Language } from './languages.ts';
import { type Catalog, english, type T, translator } from './translate.ts';

/** Only readers of a language load its catalog. */
const CATALOGS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly catalog: Catalog }>>> = {
  de: () => import('./de.ts'),
};

export async function loadTranslation(language: Language): Promise<T> {
  return language === 'en' ? english : translator(language, (await CATALOGS[language]()).catalog);
}
