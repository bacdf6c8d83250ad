import { expect, test } from 'vitest';
import { parseTableSearch, sortedBy } from './table-search.ts';

test('an address that makes sense is read', () => {
  expect(parseTableSearch({ find: ' acme ', sort: '-at', page: '3', only: 'access' })).toEqual({
    find: 'acme',
    sort: '-at',
    page: 3,
    only: 'access',
  });
});

test.each([
  [{ find: ['a'] }, 'a list'],
  [{ sort: "at'; DROP TABLE audit_log" }, 'more than a column'],
  [{ page: '-1' }, 'a page before the first'],
  [{ page: '2.5' }, 'a half page'],
  [{ only: '<b>' }, 'markup'],
])('%j is left out: %s', (raw, _why) => {
  expect(Object.values(parseTableSearch(raw)).filter((value) => value !== undefined)).toEqual([]);
});

test('a column is sorted by, then the other way round, from the first page', () => {
  const once = sortedBy({ find: 'acme', page: 4 }, 'name');
  expect(once).toEqual({ find: 'acme', sort: 'name' });
  expect(sortedBy(once, 'name')).toEqual({ find: 'acme', sort: '-name' });
  expect(sortedBy({ sort: '-name' }, 'name')).toEqual({ sort: 'name' });
});
