import { expect, test } from 'vitest';
import { CHANNELS, channelOf } from './channels.ts';
import type { SourceKind } from './sources.ts';

type Row = readonly [
  channel: string,
  source: string,
  kind: SourceKind | null,
  medium: string,
  campaign: string,
];

/** Every rule in order, each with what it catches. */
const TABLE: readonly Row[] = [
  ['Direct', '', null, '', ''],
  ['Cross-network', 'Google', 'search', 'cpc', 'Spring cross-network'],
  ['Paid Shopping', 'Google Shopping', 'shopping', 'cpc', ''],
  ['Paid Shopping', 'Google', 'search', 'cpc', 'DE Shopping'],
  ['Paid Shopping', 'Google', 'search', 'ppc', 'shop'],
  ['Paid Search', 'Google', 'search', 'cpc', 'brand'],
  ['Paid Search', 'Google', 'search', 'cpc', 'workshop'],
  ['Paid Search', 'Bing', 'search', 'ppc', ''],
  ['Paid Search', 'Google', 'search', 'cpm', ''],
  ['Paid Search', 'Bing', 'search', 'retargeting', ''],
  ['Paid Social', 'Facebook', 'social', 'paid_social', 'spring'],
  ['Paid Social', 'Instagram', 'social', 'cpc', ''],
  ['Paid Video', 'YouTube', 'video', 'cpc', 'film'],
  ['Display', 'news-network', null, 'display', ''],
  ['Display', 'news-network', null, 'banner', ''],
  ['Display', 'news-network', null, 'expandable', ''],
  ['Display', 'news-network', null, 'interstitial', ''],
  ['Display', 'news-network', null, 'cpm', ''],
  ['Paid Other', 'podcast-network', null, 'paid', ''],
  ['Paid Other', 'ChatGPT', 'assistant', 'cpc', ''],
  ['Organic Shopping', 'idealo', 'shopping', 'referral', ''],
  ['Organic Shopping', 'partner', null, 'link', 'autumn shopping'],
  ['Organic Social', 'Pinterest', 'social', 'referral', ''],
  ['Organic Social', 'community', null, 'social', ''],
  ['Organic Social', 'community', null, 'social media', ''],
  ['Organic Video', 'YouTube', 'video', 'referral', ''],
  ['Organic Video', 'player', null, 'video-embed', ''],
  ['AI Assistants', 'ChatGPT', 'assistant', 'referral', ''],
  ['AI Assistants', 'ChatGPT', 'assistant', '', ''],
  ['AI Assistants', 'in-house', null, 'llm', ''],
  ['Organic Search', 'Google', 'search', 'organic', ''],
  ['Organic Search', 'a-search-engine', null, 'organic', ''],
  ['Email', 'Gmail', 'email', 'referral', ''],
  ['Email', 'newsletter', null, '', ''],
  ['Email', 'klaviyo', null, 'e-mail', ''],
  ['Email', 'klaviyo', null, 'newsletter', ''],
  ['Affiliates', 'awin', null, 'affiliate', ''],
  ['Referral', 'blog.example', null, 'referral', ''],
  ['Referral', 'companion', null, 'app', ''],
  ['Referral', 'partner', null, 'link', ''],
  ['Audio', 'podcast', null, 'audio', ''],
  ['SMS', 'sms', null, '', ''],
  ['SMS', 'twilio', null, 'sms', ''],
  ['Push', 'onesignal', null, 'web-push', ''],
  ['Push', 'companion', null, 'mobile', ''],
  ['Push', 'companion', null, 'notification', ''],
  ['Push', 'firebase', null, '', ''],
  ['Other', 'flyer', null, 'qr', ''],
  ['Other', '', null, '', 'spring'],
];

test.each(TABLE)(
  '%s: source "%s" (%s), medium "%s", campaign "%s"',
  (channel, source, kind, medium, campaign) => {
    expect(channelOf({ source, kind, medium, campaign })).toBe(channel);
  },
);

test('the table above has every channel', () => {
  expect(new Set(TABLE.map(([channel]) => channel))).toEqual(new Set(CHANNELS));
});
