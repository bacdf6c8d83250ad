import { describe, expect, test } from 'vitest';
import { organizationNamed, STRATEGIES, type Strategy } from './named-in-request.ts';

const HOST = 'app.example.com';

function named(url: string, header?: string, strategies: readonly Strategy[] = STRATEGIES) {
  const headers = new Headers(header === undefined ? {} : { 'X-Organization': header });
  return organizationNamed({ url, headers }, { strategies, host: HOST });
}

test.each<[string, string, string | undefined, string, Strategy]>([
  ['a subdomain', 'https://acme.app.example.com/stores', undefined, 'acme', 'subdomain'],
  ['the path', 'https://app.example.com/org/acme/stores?find=x', undefined, 'acme', 'path'],
  ['the path alone', 'https://app.example.com/org/acme', undefined, 'acme', 'path'],
  ['a header', 'https://app.example.com/api/v1/me', 'acme', 'acme', 'header'],
  ['WorkOS’s id', 'https://app.example.com/org/org_01HZX/stores', undefined, 'org_01HZX', 'path'],
])('%s names an organization', (_where, url, header, name, by) => {
  expect(named(url, header)).toMatchObject({ name, by });
});

test.each([
  'https://app.example.com/',
  'https://app.example.com/organizations',
  'https://app.example.com/stats/org/acme',
  'https://app.example.com/?next=/org/acme',
  'https://evilapp.example.com/',
  'https://app.example.com.evil.example/',
])('%s names none', (url) => {
  expect(named(url)).toBeNull();
});

describe('the order decides', () => {
  const url = 'https://beta.app.example.com/org/gamma/stores';
  test.each<[readonly Strategy[], string | null]>([
    [['subdomain', 'path', 'header'], 'beta'],
    [['header', 'subdomain', 'path'], 'acme'],
    [['path', 'header'], 'gamma'],
    [[], null],
  ])('%j', (strategies, name) => {
    expect(named(url, 'acme', strategies)?.name ?? null).toBe(name);
  });
});

test.each([
  ['https://app.example.com/org/', undefined],
  ['https://app.example.com/org/ACME/stores', undefined],
  ['https://app.example.com/org/%2e%2e/stores', undefined],
  ['https://a.b.app.example.com/', undefined],
  ['https://app.example.com/', ''],
  ['https://app.example.com/', 'acme, beta'],
  ['https://app.example.com/', "acme' OR 1=1"],
])('%s %j names one that nobody is in, rather than none', (url, header) => {
  expect(named(url, header)).toMatchObject({ name: null });
});

test('what the path begins with is told, to be taken away', () => {
  expect(named('https://app.example.com/org/acme/stores')?.prefix).toBe('/org/acme');
  expect(named('https://acme.app.example.com/stores')?.prefix).toBe('');
});
