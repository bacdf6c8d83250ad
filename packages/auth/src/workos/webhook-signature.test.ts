import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkWebhookSignature } from './webhook-signature.ts';

const SECRET = 'whsec_of_a_test';
const NOW = Date.UTC(2026, 10, 21, 9);
const BODY = '{"id":"event_1"}';

function signed(time: number | string, body = BODY, secret = SECRET): string {
  return `t=${time}, v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}

test('what WorkOS signed a moment ago is taken', async () => {
  expect(await checkWebhookSignature(signed(NOW - 1000), BODY, SECRET, NOW)).toEqual({ ok: true });
});

test.each([
  ['no header', null, 'malformed'],
  ['an empty header', '', 'malformed'],
  ['a time that is no number', signed('abc'), 'malformed'],
  ['NaN as time', signed('NaN'), 'malformed'],
  ['no signature', `t=${NOW}`, 'malformed'],
  ['a body that was changed on the way', signed(NOW, `${BODY} `), 'wrong'],
  ['another secret', signed(NOW, BODY, 'another'), 'wrong'],
  ['a time that was put forward', signed(NOW - 600_000).replace(/^t=\d+/, `t=${NOW}`), 'wrong'],
  ['a delivery of over three minutes ago', signed(NOW - 181_000), 'too_old'],
  ['seconds instead of milliseconds', signed(Math.floor(NOW / 1000)), 'too_old'],
  ['a delivery of an hour ahead', signed(NOW + 3_600_000), 'in_the_future'],
])('%s: refused', async (_, header, reason) => {
  expect(await checkWebhookSignature(header, BODY, SECRET, NOW)).toEqual({ ok: false, reason });
});
