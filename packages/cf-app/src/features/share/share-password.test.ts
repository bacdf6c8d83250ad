import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './share-password.ts';

test('a password is known again by what is stored, and nothing else is', async () => {
  const stored = await hashPassword('correct horse');
  expect(await isPassword('correct horse', stored)).toBe(true);
  expect(await isPassword('correct horse ', stored)).toBe(false);
  expect(await isPassword('', stored)).toBe(false);
});

test('nobody can tell from what is stored that two links have the same password', async () => {
  const [first, second] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
  expect(first).not.toBe(second);
  expect(first).toMatch(/^pbkdf2-sha256\$100000\$[\w+/=]{24}\$[\w+/=]{44}$/);
});

test('it does not matter how a keyboard writes the same characters', async () => {
  expect(await isPassword('Caf\u0065\u0301 Zürich', await hashPassword('Café Zürich'))).toBe(true);
});

test('what is stored in another way lets nobody in', async () => {
  expect(await isPassword('x', 'plain$x')).toBe(false);
});
