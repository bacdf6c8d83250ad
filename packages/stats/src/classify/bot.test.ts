import { expect, test } from 'vitest';
import { botReason } from './bot.ts';

test.each([
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', /^user agent: google/],
  ['Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)', /^user agent: .*bot/],
  [
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    /^user agent: /,
  ],
  ['UniversalFeedParser/4.2-pre-314-svn +http://feedparser.org/', /^user agent: /],
  ['curl/8.14.1', /^user agent: curl$/],
  ['python-requests/2.32.3', /^user agent: python-requests$/],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36',
    /^headless browser$/,
  ],
  ['', /^no user agent$/],
  ['-', /^user agent/],
])('automated: %s', (userAgent, reason) => {
  expect(botReason(userAgent)).toMatch(reason);
});

test.each([
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 15; CUBOT X70) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
])('a person: %s', (userAgent) => {
  expect(botReason(userAgent)).toBeNull();
});
