import { scriptTag, tagManagerTag } from '@layerkick/tracker/snippets';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FINDING_CODES } from './finding.ts';
import { inspectPage } from './inspect-page.ts';

const installation = { origin: 'https://app.layerkick.com', slug: 'fmdf' };
const TAG = scriptTag(installation);

function found(html: string, policies: string[] = [], url = 'https://shop.example/') {
  return inspectPage(
    { html: `<!doctype html><head>${html}</head>`, url: new URL(url), policies },
    installation,
  ).map(({ code, detail }) => (detail === undefined ? code : `${code}: ${detail}`));
}

describe('the tag', () => {
  test.each([
    ['as the page shows it', TAG],
    ['without quotes', '<script src=https://app.layerkick.com/lk.js data-store=fmdf defer></script>'],
    ['in other letters', "<SCRIPT Data-Store='fmdf' SRC='https://app.layerkick.com/lk.js' ASYNC></SCRIPT>"],
    ['over several lines', TAG.replaceAll(' ', '\n  ')],
    ['with a version', TAG.replace('lk.js', 'lk.js?v=2')],
    ['after a quote that holds a bracket', `<script data-x="a > b">"</script>${TAG}`],
    [
      'through the shop’s own address',
      '<script data-store="fmdf" data-api="/lk/event" src="/lk/lk.js"></script>',
    ],
  ])('%s is installed', (_, html) => {
    expect(found(html)).toEqual(['installed']);
  });

  test.each([
    ['nothing', '', ['missing']],
    ['one that is commented out', `<!-- ${TAG} -->`, ['missing']],
    ['one in a comment that never ends', `<!-- ${TAG}`, ['missing']],
    ['another store', TAG.replace('fmdf', 'northwind'), ['wrong_store: northwind']],
    ['a store that is none, which is not repeated', TAG.replace('fmdf', '&lt;img&gt;'), ['wrong_store']],
    ['no store', TAG.replace(' data-store="fmdf"', ''), ['no_store']],
    ['another address', TAG.replace('app.', 'old.'), ['wrong_address: old.layerkick.com']],
    ['plain http', TAG.replace('https', 'http'), ['wrong_address: app.layerkick.com']],
    ['twice', TAG + TAG, ['installed', 'several']],
    [
      'two stores',
      TAG + TAG.replace('fmdf', 'northwind'),
      ['installed', 'wrong_store: northwind', 'several'],
    ],
    ['held by a consent manager', TAG.replace('<script', '<script type="text/plain"'), ['held_for_consent']],
    ['held by its source', TAG.replace(' src=', ' data-src='), ['held_for_consent']],
    ['waiting for consent', TAG.replace('defer', 'defer data-consent'), ['installed', 'waits_for_consent']],
    ['the shop’s password page', '', ['missing', 'password_page'], 'https://shop.example/password'],
  ])('%s', (_, html, findings, url?: string) => {
    expect(found(html, [], url)).toEqual(findings);
  });

  test('what loads it without a tag is told as a possibility', () => {
    const gtm = `<script>(function(w,d,s,l,i){'https://www.googletagmanager.com/gtm.js?id='+i})(window,document,'script','dataLayer','GTM-1')</script>`;
    expect(found(gtm)).toEqual(['missing', 'maybe_in_tag_manager', 'data_layer']);
    expect(found('<script src="https://cdn.shopify.com/s/theme.js"></script>')).toEqual([
      'missing',
      'maybe_in_pixel',
    ]);
    expect(found(tagManagerTag(installation))).toEqual(['missing']);
  });

  test('other trackers are named', () => {
    const others = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script><script src="https://plausible.io/js/script.js"></script>`;
    expect(found(TAG + others)).toEqual(['installed', 'other_trackers: Google Analytics, Plausible']);
  });
});

describe('a content security policy', () => {
  test.each([
    "default-src 'self' https://app.layerkick.com",
    'script-src https://app.layerkick.com; connect-src https://app.layerkick.com',
    'script-src *.layerkick.com; connect-src *.layerkick.com',
    'script-src https:; connect-src *',
    "default-src 'none'; script-src https://app.layerkick.com/lk.js; connect-src https://app.layerkick.com/api/",
    "script-src 'none'; script-src-elem app.layerkick.com; connect-src app.layerkick.com:443",
    "img-src 'self'",
    '',
  ])('lets it work: %s', (policy) => {
    expect(found(TAG, [policy])).toEqual(['installed']);
  });

  test.each([
    ["default-src 'self'", 'blocked_script'],
    ["script-src 'none'", 'blocked_script'],
    ["script-src 'self' 'unsafe-inline'", 'blocked_script'],
    ['script-src https://evil-layerkick.com https://layerkick.com', 'blocked_script'],
    ["script-src 'strict-dynamic' https://app.layerkick.com", 'blocked_script'],
    ['script-src https://app.layerkick.com/other.js; connect-src *', 'blocked_script'],
    ["script-src https://app.layerkick.com; connect-src 'self'", 'blocked_sending'],
    ["default-src 'self'; script-src https://app.layerkick.com", 'blocked_sending'],
  ])('that blocks it is told: %s', (policy, code) => {
    expect(found(TAG, [policy])).toEqual([code]);
  });

  test('each of several has to let it', () => {
    expect(found(TAG, ['script-src *; connect-src *', "script-src 'self'"])).toEqual(['blocked_script']);
  });

  test('one in the page counts, and a nonce lets a script through', () => {
    const meta = `<meta http-equiv="Content-Security-Policy" content="script-src 'nonce-abc'">`;
    expect(found(meta + TAG)).toEqual(['blocked_script']);
    expect(found(meta + TAG.replace('defer', 'defer nonce="abc"'))).toEqual(['installed']);
  });
});

test('whatever a page holds, what is found has a name, and nothing of the page is repeated', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('<script', TAG, '<!--', '-->', '"', "'", '>', ' src=', '</script>', 'lk.js'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const findings = inspectPage(
        { html: pieces.join(''), url: new URL('https://shop.example/'), policies: [pieces.join(' ')] },
        installation,
      );
      for (const { code, detail = '' } of findings) {
        expect(FINDING_CODES).toContain(code);
        expect(detail).toMatch(/^[\w.:, -]*$/);
      }
    }),
  );
});

test('a page that is nothing but the beginnings of tags is read in no time', () => {
  for (const start of ['<script ', '<script a="', '<!--', '<meta ', '<script>']) {
    expect(
      inspectPage(
        { html: start.repeat(100_000), url: new URL('https://shop.example/'), policies: [] },
        installation,
      ),
    ).toBeDefined();
  }
});
