import { assert, integer, property, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { PAGE_SIZE, pageOf, pagesOf, type TableRules } from './page-of.ts';

interface Row {
  readonly name: string;
  readonly size: number | null;
}

const rules: TableRules<Row, 'name' | 'size'> = {
  text: ({ name }) => name,
  columns: { name: ({ name }) => name, size: ({ size }) => size },
  usual: { column: 'name', descending: false },
};
const rows: readonly Row[] = [
  { name: 'Möbel Nord', size: 3 },
  { name: 'acme', size: null },
  { name: 'Zebra', size: 10 },
];
const names = (search: Parameters<typeof pageOf>[1]) =>
  pageOf(rows, search, rules).rows.map(({ name }) => name);

test('rows come by the usual order, whatever their case', () => {
  expect(names({})).toEqual(['acme', 'Möbel Nord', 'Zebra']);
});

test('numbers are sorted as numbers, and what is not known comes last either way', () => {
  expect(names({ sort: 'size' })).toEqual(['Möbel Nord', 'Zebra', 'acme']);
  expect(names({ sort: '-size' })).toEqual(['Zebra', 'Möbel Nord', 'acme']);
});

test('every word has to be in the row, without regard to case and accents', () => {
  expect(names({ find: 'nord mobel' })).toEqual(['Möbel Nord']);
  expect(names({ find: 'nord zebra' })).toEqual([]);
});

test('a column that does not exist is the usual order', () => {
  expect(names({ sort: '-secret' })).toEqual(names({}));
});

test('all pages together are all rows, each once, and there is always a page', () => {
  assert(
    property(uniqueArray(integer(), { maxLength: 120 }), integer({ min: 2, max: 9 }), (sizes, page) => {
      const many = sizes.map((size) => ({ name: String(size), size }));
      const pages = Array.from({ length: pagesOf(many.length) }, (_, index) =>
        pageOf(many, index === 0 ? {} : { page: index + 1 }, rules),
      );
      expect(
        pages.flatMap(({ rows: on }) => on.map(({ size }) => size)).toSorted((a, b) => Number(a) - Number(b)),
      ).toEqual(sizes.toSorted((a, b) => a - b));
      const asked = pageOf(many, { page }, rules);
      expect(asked.rows.length).toBeLessThanOrEqual(PAGE_SIZE);
      if (many.length > 0) expect(asked.rows.length).toBeGreaterThan(0);
    }),
  );
});
