import { LANGUAGES, type Language } from './languages.ts';

/** Translations by their English text. Entries for the same text in several files are the same. */
export type Catalog = Readonly<Record<string, string>>;

declare const phrase: unique symbol;
/** An English text that a catalog has an entry for, written down away from where it is shown. */
export type Phrase = string & { readonly [phrase]: true };

/** Marks a text in a table, to be shown by `t(…)` later: `{ today: msg('Today') }`. */
export function msg(text: string): Phrase {
  return text as Phrase;
}

/** Names of the placeholders in a text: `{count} orders` has `count`. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** Numbers are written as the language writes them. */
export type Values = Readonly<Record<string, string | number>>;

type ValuesOf<Text extends string> = Phrase extends Text
  ? [values?: Values]
  : [Placeholders<Text>] extends [never]
    ? []
    : [values: Readonly<Record<Placeholders<Text>, string | number>>];

/**
 * Says an English text in the reader's language: `t('Settings')`, `t('Last {days} days', { days: 7 })`. Where a number
 * decides about the form, both forms are given and `count` chooses: `t('{count} order|{count} orders', { count })`.
 */
export interface T {
  <const Text extends string>(
    text: Text & (string extends Text ? never : unknown),
    ...values: ValuesOf<Text>
  ): string;
  readonly language: Language;
  /** For `Intl`. */
  readonly locale: string;
  /** The text's translation before anything is filled in; `count` chooses among its forms. */
  readonly pattern: (text: string, count?: unknown) => string;
  /** A number as the language writes it. */
  readonly number: (value: number) => string;
}

/** @param catalog left out for English, whose texts are the keys. */
export function translator(language: Language, catalog?: Catalog): T {
  const { locale } = LANGUAGES[language];
  const numbers = onFirstUse(() => new Intl.NumberFormat(locale));
  const plurals = onFirstUse(() => pluralsOf(locale));

  function pattern(text: string, count?: unknown): string {
    const found = catalog === undefined ? text : catalog[text];
    // What a reader of another language would find in English is a mistake of ours, which journeys fail on.
    if (found === undefined && LOCAL_BUILD) console.error(`Not in the catalog of ${language}: ${text}`);
    const translation = found ?? text;
    if (typeof count !== 'number') return translation;
    const forms = translation.split('|');
    const { rules, categories } = plurals();
    return forms[categories.indexOf(rules.select(count))] ?? forms.at(-1) ?? translation;
  }

  const number = (value: number) => numbers().format(value);
  const t = (text: string, values?: Values): string =>
    values === undefined
      ? pattern(text)
      : pattern(text, values['count']).replace(/\{(\w+)\}/g, (_, name: string) => {
          const value = values[name] ?? '';
          return typeof value === 'number' ? number(value) : value;
        });
  return Object.assign(t, { language, locale, pattern, number }) as T;
}

function pluralsOf(locale: string) {
  const rules = new Intl.PluralRules(locale);
  const { pluralCategories } = rules.resolvedOptions();
  return { rules, categories: CATEGORIES.filter((one) => pluralCategories.includes(one)) };
}

/** What `Intl` makes costs a phone tens of milliseconds, before anything of a page is in use. */
function onFirstUse<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

/** The order in which a language that has them writes its forms: "{count} order|{count} orders" is one, other. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** What needs no catalog. */
export const english = translator('en');
