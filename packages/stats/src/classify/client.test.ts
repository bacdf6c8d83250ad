import { expect, test } from 'vitest';
import { clientOf } from './client.ts';

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    { device: 'Desktop', browser: 'Chrome', system: 'Windows' },
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    { device: 'Desktop', browser: 'Safari', system: 'Mac OS' },
  ],
  [
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
    { device: 'Desktop', browser: 'Firefox', system: 'Ubuntu' },
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    { device: 'Mobile', browser: 'Mobile Safari', system: 'iOS' },
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    { device: 'Mobile', browser: 'Chrome', system: 'Android' },
  ],
  [
    'Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1',
    { device: 'Tablet', browser: 'Mobile Safari', system: 'iOS' },
  ],
  [
    'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0.4606.128 Safari/537.36 WebAppManager',
    { device: 'TV', browser: 'Chrome', system: 'webOS' },
  ],
  ['curl/8.14.1', { device: '', browser: '', system: '' }],
  ['', { device: '', browser: '', system: '' }],
])('%s', (userAgent, client) => {
  expect(clientOf(userAgent)).toEqual(client);
});

test('a hostile user agent of any length is read in no time and says nothing', () => {
  expect(clientOf('('.repeat(100_000))).toEqual({ device: '', browser: '', system: '' });
});
