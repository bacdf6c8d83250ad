import { METRICS } from '@layerkick/stats/metrics';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { catalog as german } from './de.ts';
import { sourceTexts } from './source-texts.ts';
import type { Catalog } from './translate.ts';

const texts = sourceTexts(fileURLToPath(import.meta.resolve('../..')));
/** Said on pages from the registry of metrics, which knows nothing of languages. */
const registry = Object.values(METRICS).flatMap(({ label, definition, formula }) => [
  label,
  definition,
  formula,
]);
const wanted = new Set([...texts.keys(), ...registry]);

describe.each<[string, Catalog]>([['German', german]])('the %s catalog', (_, catalog) => {
  test('has an entry for every text of the sources', () => {
    const missing = [...wanted].filter((text) => !Object.hasOwn(catalog, text));
    expect(missing.map((text) => `${texts.get(text) ?? 'the registry'}: ${text}`)).toEqual([]);
  });

  test('has no entry that nothing says any more', () => {
    expect(Object.keys(catalog).filter((text) => !wanted.has(text))).toEqual([]);
  });

  test('has the placeholders and elements of each text, in all of its forms', () => {
    const different = Object.entries(catalog).filter(([text, translation]) =>
      translation.split('|').some((form) => named(form) !== named(text.split('|').at(-1) ?? text)),
    );
    expect(different).toEqual([]);
  });

  test('has as many forms as the language has, and only where the text has forms', () => {
    const different = Object.entries(catalog).filter(
      ([text, translation]) => text.split('|').length !== translation.split('|').length,
    );
    expect(different).toEqual([]);
  });
});

test('files of a catalog agree on what they both have', () => {
  const files = import.meta.glob<Catalog>('./de/*.ts', { eager: true, import: 'default' });
  const different = Object.entries(files).flatMap(([name, entries]) =>
    Object.entries(entries).flatMap(([text, translation]) =>
      german[text] === translation ? [] : [`${name}: ${text}`],
    ),
  );
  expect(different).toEqual([]);
});

/** Names of placeholders and elements, in any order. */
function named(text: string): string {
  return [...text.matchAll(/\{\w+\}|<\/?\w+>/g)]
    .map(([name]) => name)
    .toSorted()
    .join(' ');
}
