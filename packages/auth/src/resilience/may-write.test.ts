import { expect, test } from 'vitest';
import { mayWrite } from './may-write.ts';

test('with WorkOS answering, writing is a matter of permissions', () => {
  expect(mayWrite({ degraded: false })).toEqual({ ok: true });
});

test('on the last good answer nobody writes, and the refusal says why', () => {
  const refused = mayWrite({ degraded: true });
  expect(refused).toMatchObject({ ok: false, code: 'read_only_for_now' });
  expect(!refused.ok && refused.message).toMatch(/try again/);
});
