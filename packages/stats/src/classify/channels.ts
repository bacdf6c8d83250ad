import type { SourceKind } from './sources.ts';

export interface Campaign {
  /** `''` where nothing is known. */
  readonly source: string;
  readonly kind: SourceKind | null;
  /** Lower case. */
  readonly medium: string;
  readonly campaign: string;
}

interface ChannelRule {
  readonly channel: string;
  readonly matches: (visit: Campaign) => boolean;
}

const PAID = /^(.*cp.*|ppc|retargeting|paid.*)$/;
const SHOPPING_CAMPAIGN = /^(.*(([^a-df-z]|^)shop|shopping).*)$/;
const DISPLAY = new Set(['display', 'banner', 'expandable', 'interstitial', 'cpm']);
const SOCIAL = new Set(['social', 'social-network', 'social-media', 'sm', 'social network', 'social media']);
const ASSISTANT = new Set(['ai', 'ai-assistant', 'llm', 'chatbot']);
const EMAIL = new Set(['email', 'e-mail', 'e_mail', 'e mail', 'newsletter']);
const AFFILIATE = new Set(['affiliate', 'affiliates']);
const REFERRAL = new Set(['referral', 'app', 'link']);

/**
 * GA4's default channel group, first match wins, with AI assistants as a channel of their own before Organic Search.
 * Differences on purpose: mail clients and `newsletter` count as Email, and what matches nothing is `Other` in words.
 * Source: https://support.google.com/analytics/answer/9756891
 */
const RULES: readonly ChannelRule[] = [
  { channel: 'Direct', matches: (v) => v.source === '' && v.medium === '' && v.campaign === '' },
  { channel: 'Cross-network', matches: (v) => v.campaign.includes('cross-network') },
  { channel: 'Paid Shopping', matches: (v) => isShopping(v) && PAID.test(v.medium) },
  { channel: 'Paid Search', matches: (v) => v.kind === 'search' && PAID.test(v.medium) },
  { channel: 'Paid Social', matches: (v) => v.kind === 'social' && PAID.test(v.medium) },
  { channel: 'Paid Video', matches: (v) => v.kind === 'video' && PAID.test(v.medium) },
  { channel: 'Display', matches: (v) => DISPLAY.has(v.medium) },
  { channel: 'Paid Other', matches: (v) => PAID.test(v.medium) },
  { channel: 'Organic Shopping', matches: isShopping },
  { channel: 'Organic Social', matches: (v) => v.kind === 'social' || SOCIAL.has(v.medium) },
  { channel: 'Organic Video', matches: (v) => v.kind === 'video' || v.medium.includes('video') },
  { channel: 'AI Assistants', matches: (v) => v.kind === 'assistant' || ASSISTANT.has(v.medium) },
  { channel: 'Organic Search', matches: (v) => v.kind === 'search' || v.medium === 'organic' },
  {
    channel: 'Email',
    matches: (v) => v.kind === 'email' || EMAIL.has(v.source.toLowerCase()) || EMAIL.has(v.medium),
  },
  { channel: 'Affiliates', matches: (v) => AFFILIATE.has(v.medium) },
  { channel: 'Referral', matches: (v) => REFERRAL.has(v.medium) },
  { channel: 'Audio', matches: (v) => v.medium === 'audio' },
  { channel: 'SMS', matches: (v) => v.source.toLowerCase() === 'sms' || v.medium === 'sms' },
  {
    channel: 'Push',
    matches: (v) =>
      v.medium.endsWith('push') ||
      v.medium.includes('mobile') ||
      v.medium.includes('notification') ||
      v.source.toLowerCase() === 'firebase',
  },
];

export const CHANNELS: readonly string[] = [...RULES.map((rule) => rule.channel), 'Other'];

export function channelOf(visit: Campaign): string {
  const folded = { ...visit, campaign: visit.campaign.toLowerCase() };
  return RULES.find((rule) => rule.matches(folded))?.channel ?? 'Other';
}

function isShopping(visit: Campaign): boolean {
  return visit.kind === 'shopping' || SHOPPING_CAMPAIGN.test(visit.campaign);
}
