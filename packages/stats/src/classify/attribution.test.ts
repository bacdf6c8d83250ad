import { expect, test } from 'vitest';
import { attributionOf } from './attribution.ts';
import { CLICK_IDS } from './click-ids.ts';

const shop = (query = '') => `https://www.fmdf.com/products/lamp${query}`;

test('UTM parameters come before click ids and the referrer', () => {
  const query =
    '?utm_source=klaviyo&utm_medium=Email&utm_campaign=Spring%20Sale&utm_term=lamps&utm_content=b&gclid=1';
  expect(attributionOf(shop(query), 'https://www.google.de/')).toEqual({
    channel: 'Email',
    source: 'klaviyo',
    medium: 'email',
    campaign: 'Spring Sale',
    term: 'lamps',
    content: 'b',
  });
});

test('a campaign that is cut in the middle of an emoji is text all the same', () => {
  const { campaign } = attributionOf(shop(`?utm_campaign=${'a'.repeat(199)}😀`), undefined);
  expect(campaign).toBe(`${'a'.repeat(199)}\ufffd`);
});

test('spellings of one place are one source', () => {
  for (const spelling of ['facebook', 'Facebook', 'FB', 'meta', 'facebook.com', 'm.facebook.com']) {
    expect(attributionOf(shop(`?utm_source=${spelling}`), undefined).source).toBe('Facebook');
  }
  expect(attributionOf(shop(), 'https://l.facebook.com/').source).toBe('Facebook');
});

test('a click id completes a link tagged with its own source, and no other', () => {
  expect(attributionOf(shop('?utm_source=google&gclid=1'), undefined)).toMatchObject({
    channel: 'Paid Search',
    medium: 'cpc',
  });
  expect(attributionOf(shop('?utm_source=newsletter&gclid=1'), undefined)).toMatchObject({
    channel: 'Email',
    medium: '',
  });
});

test.each(CLICK_IDS)(
  '$parameter says $source, $medium, before the referrer',
  ({ parameter, source, medium }) => {
    expect(attributionOf(shop(`?${parameter}=abc`), 'https://blog.example/')).toMatchObject({
      source,
      medium,
    });
  },
);

test.each([
  ['?gclid=1', 'Paid Search'],
  ['?gbraid=1', 'Paid Search'],
  ['?msclkid=1', 'Paid Search'],
  ['?dclid=1', 'Display'],
  ['?ttclid=1', 'Paid Social'],
  ['?fbclid=1', 'Organic Social'],
  ['?srsltid=1', 'Organic Search'],
])('%s alone is %s', (query, channel) => {
  expect(attributionOf(shop(query), undefined).channel).toBe(channel);
});

test.each([
  ['https://www.google.de/', 'Organic Search', 'Google', 'organic'],
  ['android-app://com.google.android.googlequicksearchbox/', 'Organic Search', 'Google', 'organic'],
  ['https://chatgpt.com/', 'AI Assistants', 'ChatGPT', 'referral'],
  ['https://www.pinterest.at/pin/1', 'Organic Social', 'Pinterest', 'referral'],
  ['https://m.youtube.com/', 'Organic Video', 'YouTube', 'referral'],
  ['https://www.idealo.de/', 'Organic Shopping', 'idealo', 'referral'],
  ['android-app://com.google.android.gm/', 'Email', 'Gmail', 'referral'],
  ['https://www.lampen-blog.example/best', 'Referral', 'lampen-blog.example', 'referral'],
])('referrer %s is %s', (referrer, channel, source, medium) => {
  expect(attributionOf(shop(), referrer)).toMatchObject({ channel, source, medium });
});

const DIRECT = { channel: 'Direct', source: '', medium: '', campaign: '', term: '', content: '' };

test.each([
  ['nothing', undefined],
  ['an empty referrer', ''],
  ['the shop itself', 'https://fmdf.com/'],
  ['the shop’s checkout host', 'https://checkout.fmdf.com/thanks'],
  ['PayPal', 'https://www.paypal.com/checkoutnow'],
  ['Klarna', 'https://pay.klarna.com/eu'],
  ['Stripe', 'https://checkout.stripe.com/c/pay'],
  ['Shop Pay', 'https://shop.app/checkout'],
  ['Mollie', 'https://www.mollie.com/checkout'],
  ['Adyen', 'https://checkoutshopper-live.adyen.com/'],
  ['Amazon Pay, which is no shopping site', 'https://pay.amazon.de/'],
  ['something unreadable', 'https://%%%'],
  ['something that is no page', 'about:blank'],
])('direct: coming from %s', (_, referrer) => {
  expect(attributionOf(shop(), referrer)).toEqual(DIRECT);
});

test('an unreadable landing page still has its referrer', () => {
  expect(attributionOf('not a url', 'https://www.google.de/').source).toBe('Google');
});

test('a parameter of any length is cut', () => {
  const { source, campaign } = attributionOf(
    shop(`?utm_source=${'s'.repeat(1500)}&utm_campaign=${'c'.repeat(1500)}`),
    undefined,
  );
  expect([source.length, campaign.length]).toEqual([200, 200]);
});
