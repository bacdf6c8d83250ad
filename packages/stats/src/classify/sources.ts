/** What kind of place a visit comes from; decides the channel. */
export type SourceKind = 'search' | 'social' | 'video' | 'shopping' | 'assistant' | 'email';

export interface KnownSource {
  /** As people read it; UTM spellings and referrers of one place share it, so they are one row. */
  readonly name: string;
  readonly kind: SourceKind;
  /**
   * Host names, subdomains included. `google.*` is any country's domain of that name.
   * Apps on Android refer with their package name as the host (`android-app://com.google.android.gm`).
   */
  readonly hosts: readonly string[];
  /** Other spellings in `utm_source`, lower case; the name itself is one already. */
  readonly aliases?: readonly string[];
}

/** The longest matching host decides: `mail.google.com` is Gmail although `google.*` is Google. */
export const KNOWN_SOURCES: readonly KnownSource[] = [
  {
    name: 'Google',
    kind: 'search',
    hosts: ['google.*', 'com.google.android.googlequicksearchbox', 'googleadservices.com'],
    aliases: ['googleads', 'google-ads', 'google_ads', 'adwords', 'google ads'],
  },
  {
    name: 'Bing',
    kind: 'search',
    hosts: ['bing.com'],
    aliases: ['bing ads', 'bingads', 'microsoft', 'microsoft ads'],
  },
  { name: 'DuckDuckGo', kind: 'search', hosts: ['duckduckgo.com', 'com.duckduckgo.mobile.android'] },
  { name: 'Yahoo', kind: 'search', hosts: ['yahoo.*', 'yahoo.co.jp'] },
  { name: 'Ecosia', kind: 'search', hosts: ['ecosia.org'] },
  { name: 'Qwant', kind: 'search', hosts: ['qwant.com'] },
  { name: 'Startpage', kind: 'search', hosts: ['startpage.com'] },
  { name: 'Brave Search', kind: 'search', hosts: ['search.brave.com'] },
  { name: 'Kagi', kind: 'search', hosts: ['kagi.com'] },
  { name: 'Yandex', kind: 'search', hosts: ['yandex.*', 'ya.ru'] },
  { name: 'Baidu', kind: 'search', hosts: ['baidu.com'] },
  { name: 'Naver', kind: 'search', hosts: ['naver.com'] },
  { name: 'Seznam', kind: 'search', hosts: ['seznam.cz'] },
  { name: 'Kvasir', kind: 'search', hosts: ['kvasir.no'] },
  { name: 'T-Online', kind: 'search', hosts: ['suche.t-online.de'] },

  {
    name: 'Facebook',
    kind: 'social',
    hosts: ['facebook.com', 'fb.com', 'fb.me', 'com.facebook.katana'],
    aliases: ['fb', 'meta', 'facebook.com', 'facebook ads'],
  },
  {
    name: 'Instagram',
    kind: 'social',
    hosts: ['instagram.com', 'com.instagram.android'],
    aliases: ['ig', 'insta'],
  },
  { name: 'Threads', kind: 'social', hosts: ['threads.net', 'threads.com'] },
  {
    name: 'Pinterest',
    kind: 'social',
    hosts: ['pinterest.*', 'pin.it', 'com.pinterest'],
    aliases: ['pin'],
  },
  { name: 'TikTok', kind: 'social', hosts: ['tiktok.com', 'com.zhiliaoapp.musically'], aliases: ['tt'] },
  { name: 'X', kind: 'social', hosts: ['x.com', 'twitter.com', 't.co'], aliases: ['twitter'] },
  { name: 'LinkedIn', kind: 'social', hosts: ['linkedin.com', 'lnkd.in', 'com.linkedin.android'] },
  { name: 'Reddit', kind: 'social', hosts: ['reddit.com', 'com.reddit.frontpage'] },
  { name: 'Snapchat', kind: 'social', hosts: ['snapchat.com'], aliases: ['snap'] },
  { name: 'Bluesky', kind: 'social', hosts: ['bsky.app'] },
  { name: 'Mastodon', kind: 'social', hosts: ['mastodon.social', 'org.joinmastodon.android'] },
  {
    name: 'WhatsApp',
    kind: 'social',
    hosts: ['whatsapp.com', 'wa.me', 'com.whatsapp'],
  },
  { name: 'Telegram', kind: 'social', hosts: ['t.me', 'web.telegram.org', 'org.telegram.messenger'] },
  { name: 'Discord', kind: 'social', hosts: ['discord.com', 'discord.gg'] },
  { name: 'VK', kind: 'social', hosts: ['vk.com'] },
  { name: 'XING', kind: 'social', hosts: ['xing.com'] },
  { name: 'Hacker News', kind: 'social', hosts: ['news.ycombinator.com'] },

  { name: 'YouTube', kind: 'video', hosts: ['youtube.com', 'youtu.be'], aliases: ['yt'] },
  { name: 'Vimeo', kind: 'video', hosts: ['vimeo.com'] },
  { name: 'Twitch', kind: 'video', hosts: ['twitch.tv'] },
  { name: 'Dailymotion', kind: 'video', hosts: ['dailymotion.com'] },

  {
    name: 'Google Shopping',
    kind: 'shopping',
    hosts: ['shopping.google.com'],
    aliases: ['google_shopping', 'google-shopping', 'googleshopping'],
  },
  { name: 'Amazon', kind: 'shopping', hosts: ['amazon.*'] },
  { name: 'eBay', kind: 'shopping', hosts: ['ebay.*'] },
  { name: 'Etsy', kind: 'shopping', hosts: ['etsy.com'] },
  { name: 'idealo', kind: 'shopping', hosts: ['idealo.*'] },
  { name: 'billiger.de', kind: 'shopping', hosts: ['billiger.de'] },
  { name: 'Geizhals', kind: 'shopping', hosts: ['geizhals.*'] },
  { name: 'Toppreise', kind: 'shopping', hosts: ['toppreise.ch'] },
  { name: 'Prisjakt', kind: 'shopping', hosts: ['prisjakt.no', 'prisjakt.nu'] },
  { name: 'PriceRunner', kind: 'shopping', hosts: ['pricerunner.*'] },
  { name: 'PriceSpy', kind: 'shopping', hosts: ['pricespy.co.uk'] },
  { name: 'Kelkoo', kind: 'shopping', hosts: ['kelkoo.*'] },
  { name: 'Walmart', kind: 'shopping', hosts: ['walmart.com'] },
  { name: 'AliExpress', kind: 'shopping', hosts: ['aliexpress.*'] },

  {
    name: 'ChatGPT',
    kind: 'assistant',
    hosts: ['chatgpt.com', 'chat.openai.com'],
    aliases: ['chatgpt.com', 'openai'],
  },
  { name: 'Claude', kind: 'assistant', hosts: ['claude.ai'] },
  { name: 'Gemini', kind: 'assistant', hosts: ['gemini.google.com', 'bard.google.com'] },
  { name: 'Microsoft Copilot', kind: 'assistant', hosts: ['copilot.microsoft.com'], aliases: ['copilot'] },
  { name: 'Perplexity', kind: 'assistant', hosts: ['perplexity.ai'], aliases: ['perplexity.ai'] },
  { name: 'Mistral', kind: 'assistant', hosts: ['chat.mistral.ai'] },
  { name: 'DeepSeek', kind: 'assistant', hosts: ['chat.deepseek.com'] },
  { name: 'Grok', kind: 'assistant', hosts: ['grok.com'] },
  { name: 'Meta AI', kind: 'assistant', hosts: ['meta.ai'] },
  { name: 'You.com', kind: 'assistant', hosts: ['you.com'] },

  { name: 'Gmail', kind: 'email', hosts: ['mail.google.com', 'com.google.android.gm'] },
  {
    name: 'Outlook',
    kind: 'email',
    hosts: [
      'outlook.live.com',
      'outlook.office.com',
      'outlook.office365.com',
      'com.microsoft.office.outlook',
    ],
  },
  { name: 'Yahoo Mail', kind: 'email', hosts: ['mail.yahoo.com', 'mail.yahoo.co.jp'] },
  { name: 'GMX', kind: 'email', hosts: ['gmx.net', 'gmx.de', 'gmx.at', 'gmx.ch', 'deref-gmx.net'] },
  { name: 'WEB.DE', kind: 'email', hosts: ['web.de', 'deref-web.de', 'deref-web-02.de'] },
  { name: 'Proton Mail', kind: 'email', hosts: ['mail.proton.me'] },
];

/** Pages a customer passes through to pay. Coming back from one of them is the same visit going on. */
export const PAYMENT_HOSTS: readonly string[] = [
  'paypal.com',
  'paypal.me',
  'klarna.com',
  'klarnaservices.com',
  'stripe.com',
  'shop.app',
  'pay.shopify.com',
  'shopifycs.com',
  'mollie.com',
  'adyen.com',
  'adyenpayments.com',
  'pay.google.com',
  'apple-pay-gateway.apple.com',
  'payments.amazon.com',
  'pay.amazon.com',
  'pay.amazon.de',
  'payments.amazon.de',
  'payments-eu.amazon.com',
  'afterpay.com',
  'clearpay.co.uk',
  'affirm.com',
  'sofort.com',
  'giropay.de',
  'paydirekt.de',
  'worldpay.com',
  'checkout.com',
  'braintreegateway.com',
  'squareup.com',
  'authorize.net',
  'cardinalcommerce.com',
  'arcot.com',
  '3dsecure.io',
  'wirecard.com',
  'computop-paygate.com',
  'payone.com',
  'saferpay.com',
  'datatrans.com',
  'twint.ch',
  'vipps.no',
  'vippsmobilepay.com',
  'swish.nu',
  'nets.eu',
  'dibspayment.eu',
  'ideal.nl',
  'bancontact.com',
  'przelewy24.pl',
  'ratepay.com',
  'unzer.com',
  'billie.io',
  'sumup.com',
];
