/** Others that count visits, by what their scripts are called. */
export const OTHER_TRACKERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Google Analytics', /googletagmanager\.com\/gtag\/js|google-analytics\.com\//],
  ['Matomo', /\/matomo\.js|\/piwik\.js/],
  ['Plausible', /plausible\.io\/js|\/js\/plausible[.\w-]*\.js/],
  ['Umami', /umami\.is\/script\.js|\/umami\.js/],
  ['Fathom', /cdn\.usefathom\.com/],
  ['Simple Analytics', /scripts\.simpleanalyticscdn\.com/],
  ['Counterscale', /counterscale[\w.-]*\/tracker\.js/],
  ['OpenPanel', /openpanel\.dev\/op1\.js/],
  ['PostHog', /posthog\.com\/|posthog\.init\(/],
  ['Hotjar', /static\.hotjar\.com/],
  ['Microsoft Clarity', /clarity\.ms\/tag/],
  ['Meta Pixel', /connect\.facebook\.net\/[\w]+\/fbevents\.js/],
  ['TikTok Pixel', /analytics\.tiktok\.com/],
  ['Triple Whale', /triplewhale|config-security\.com/],
];
