/** What the presence of a platform's click id in the landing URL says where no `utm_source` does. */
export interface ClickId {
  readonly parameter: string;
  readonly source: string;
  readonly medium: string;
}

/** The first that is present decides. */
export const CLICK_IDS: readonly ClickId[] = [
  { parameter: 'gclid', source: 'Google', medium: 'cpc' },
  { parameter: 'gbraid', source: 'Google', medium: 'cpc' },
  { parameter: 'wbraid', source: 'Google', medium: 'cpc' },
  { parameter: 'dclid', source: 'Google', medium: 'display' },
  { parameter: 'msclkid', source: 'Bing', medium: 'cpc' },
  { parameter: 'ttclid', source: 'TikTok', medium: 'paid' },
  { parameter: 'epik', source: 'Pinterest', medium: 'paid' },
  { parameter: 'li_fat_id', source: 'LinkedIn', medium: 'paid' },
  { parameter: 'rdt_cid', source: 'Reddit', medium: 'paid' },
  { parameter: 'ScCid', source: 'Snapchat', medium: 'paid' },
  { parameter: 'yclid', source: 'Yandex', medium: 'cpc' },
  // These are put on every outgoing link, paid or not: they prove the place, never the payment.
  { parameter: 'twclid', source: 'X', medium: 'social' },
  { parameter: 'fbclid', source: 'Facebook', medium: 'social' },
  { parameter: 'igshid', source: 'Instagram', medium: 'social' },
  { parameter: 'srsltid', source: 'Google', medium: 'organic' },
];
