/** The made-up shop that is visited. Values come first most often, after Zipf. */
export const STORE = { slug: 'bench', timeZone: 'Europe/Berlin', currency: 'EUR' } as const;

export const SHOP_ORIGIN = 'https://bench.example';

const numbered = (count: number, name: (number: string) => string) =>
  Array.from({ length: count }, (_, index) => name(String(index + 1).padStart(3, '0')));

export const PAGES: readonly string[] = numbered(200, (number) => `/pages/${number}`);
export const PRODUCTS: readonly string[] = numbered(500, (number) => `product-${number}`);
/** Host names; '' is nobody: the visitor typed the address. */
export const REFERRERS: readonly string[] = ['', ...numbered(29, (number) => `site${number}.example`)];
export const COUNTRIES: readonly string[] = (
  'DE FR GB US NL AT CH IT ES PL BE SE DK NO FI IE PT CZ HU RO GR BG HR SK SI LT LV EE LU MT ' +
  'CY CA AU NZ JP KR CN IN BR MX AR CL CO PE ZA EG MA NG KE TR IL AE SA TH VN ID MY SG PH UA'
).split(' ');
export const DEVICES: readonly string[] = ['mobile', 'desktop', 'tablet'];
export const DEVICE_WEIGHTS = [60, 35, 5];

/** What happens, as a share of all events. */
export const EVENT_SHARES = {
  page_view: 0.6,
  view_item: 0.25,
  add_to_cart: 0.066,
  begin_checkout: 0.03,
  purchase: 0.015,
  search: 0.039,
} as const;
export type EventName = keyof typeof EVENT_SHARES;

/** Minor units, by the product's place in `PRODUCTS`: 4.90 to 104.70. */
export function priceOf(product: number): number {
  return 490 + (product % 500) * 20;
}
