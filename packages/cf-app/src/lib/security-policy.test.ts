import { expect, test } from 'vitest';
import { dataPolicy, pagePolicy } from './security-policy.ts';

const page = pagePolicy({ nonce: 'abc', frameAncestors: [], formTargets: ['https://api.workos.com'] });

test('nothing that is written into a page runs or styles it', () => {
  expect(page).not.toContain('unsafe');
  expect(page).toContain("script-src 'self' 'nonce-abc'");
  expect(page).toContain("style-src 'self'");
  expect(page).toContain("default-src 'none'");
  expect(page).toContain("base-uri 'none'");
});

test('signing out may end at the provider, and no form anywhere else', () => {
  expect(page).toContain("form-action 'self' https://api.workos.com;");
});

test('nobody may frame a page, unless it says who', () => {
  expect(page).toContain("frame-ancestors 'none'");
  const embed = pagePolicy({ nonce: 'abc', frameAncestors: ['https://shop.example'], formTargets: [] });
  expect(embed).toContain('frame-ancestors https://shop.example');
  expect(embed).not.toContain("frame-ancestors 'none'");
});

test('what is no page can do nothing', () => {
  expect(dataPolicy([])).toBe("default-src 'none'; frame-ancestors 'none'");
});
