import type { DemoShop } from '../shops/shop.ts';

export type Landing = 'home' | 'product' | 'collection' | 'article';

/** Where visits come from: how many, how willing to buy, and what their first request shows of it. */
export interface Origin {
  readonly weight: number;
  /** Times the usual willingness to buy. */
  readonly willingness: number;
  readonly landings: readonly Landing[];
  readonly referrer?: string;
  /** Of the first page; `{campaign}` is filled in. */
  readonly query?: string;
}

const everyday: readonly Origin[] = [
  { weight: 21, willingness: 1.2, landings: ['home', 'home', 'home', 'product', 'collection'] },
  {
    weight: 29,
    willingness: 1.05,
    landings: ['article', 'product', 'product', 'collection', 'home'],
    referrer: 'https://www.google.com/',
  },
  {
    weight: 9,
    willingness: 1.5,
    landings: ['home', 'collection'],
    referrer: 'https://www.google.com/',
    query: 'utm_source=google&utm_medium=cpc&utm_campaign=brand&utm_term=shop&gclid=demo',
  },
  {
    weight: 6,
    willingness: 1.2,
    landings: ['product'],
    referrer: 'https://www.google.com/',
    query: 'utm_source=google&utm_medium=cpc&utm_campaign=shopping-all&gclid=demo',
  },
  {
    weight: 8,
    willingness: 0.5,
    landings: ['product', 'home'],
    referrer: 'https://l.instagram.com/',
    query: 'fbclid=demo',
  },
  {
    weight: 5,
    willingness: 0.5,
    landings: ['product', 'collection'],
    referrer: 'https://m.facebook.com/',
    query: 'utm_source=facebook&utm_medium=paid_social&utm_campaign=always-on',
  },
  {
    weight: 6,
    willingness: 1.7,
    landings: ['collection', 'product', 'article'],
    query: 'utm_source=newsletter&utm_medium=email&utm_campaign=weekly-letter',
  },
  { weight: 5, willingness: 0.4, landings: ['product', 'article'], referrer: 'https://www.pinterest.com/' },
  { weight: 3, willingness: 1.1, landings: ['product'], referrer: 'https://www.idealo.de/' },
  { weight: 2, willingness: 1.1, landings: ['home', 'product'], referrer: 'https://www.bing.com/' },
  { weight: 1.2, willingness: 1, landings: ['product'], referrer: 'https://duckduckgo.com/' },
  { weight: 1, willingness: 1, landings: ['article'], referrer: 'https://www.ecosia.org/' },
  { weight: 2.4, willingness: 1.6, landings: ['product', 'article'], referrer: 'https://chatgpt.com/' },
  { weight: 0.8, willingness: 1.4, landings: ['article'], referrer: 'https://www.perplexity.ai/' },
  { weight: 1.6, willingness: 0.9, landings: ['product'], referrer: 'https://slowhome.example/gift-guide' },
  { weight: 0.9, willingness: 0.6, landings: ['home'], referrer: 'https://www.reddit.com/' },
  { weight: 0.7, willingness: 0.4, landings: ['article'], referrer: 'https://www.youtube.com/' },
];

const whileCampaign: readonly Origin[] = [
  {
    weight: 22,
    willingness: 0.9,
    landings: ['collection', 'product'],
    referrer: 'https://l.instagram.com/',
    query: 'utm_source=instagram&utm_medium=paid_social&utm_campaign={campaign}&utm_content=reel',
  },
  {
    weight: 9,
    willingness: 1.9,
    landings: ['collection'],
    query: 'utm_source=newsletter&utm_medium=email&utm_campaign={campaign}',
  },
  {
    weight: 8,
    willingness: 1.2,
    landings: ['product'],
    referrer: 'https://www.google.com/',
    query: 'utm_source=google&utm_medium=cpc&utm_campaign={campaign}&gclid=demo',
  },
];

const CAMPAIGN_ORIGINS: readonly Origin[] = [...everyday, ...whileCampaign];

export function originsOn(campaign: string | null): readonly Origin[] {
  return campaign ? CAMPAIGN_ORIGINS : everyday;
}

/** The address of a first page. */
export function landingUrl(shop: DemoShop, path: string, origin: Origin, campaign: string | null): string {
  const query = origin.query?.replace('{campaign}', campaign ?? '');
  return `https://${shop.host}${path}${query ? `?${query}` : ''}`;
}
