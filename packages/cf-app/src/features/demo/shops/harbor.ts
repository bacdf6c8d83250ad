import { type DemoShop, products } from './shop.ts';

export const harbor: DemoShop = {
  slug: 'harbor',
  name: 'Harbor Coffee',
  motto: 'Roasted on Tuesdays, shipped on Wednesdays',
  host: 'harborcoffee.example',
  locale: 'en-US',
  currency: 'USD',
  timeZone: 'America/New_York',
  orderPrefix: 'HC',
  shipping: 595,
  freeShippingFrom: 4500,
  taxRate: 0.08,
  accent: '#8a4b2a',
  collections: [
    { handle: 'coffee', name: 'Coffee', picture: 'bag' },
    { handle: 'gear', name: 'Brewing gear', picture: 'vessel' },
  ],
  products: products('HC', [
    ['pier-espresso', 'Pier 9 espresso, 12 oz', 'coffee', 1800, 'Chocolate, walnut, a steady hand.'],
    ['fog-decaf', 'Fog decaf, 12 oz', 'coffee', 1700, 'Nobody notices.'],
    ['first-light', 'First Light filter, 12 oz', 'coffee', 1900, 'Stone fruit and jasmine.'],
    ['hand-grinder', 'Hand grinder', 'gear', 8900, 'Steel burrs, forty clicks.'],
    ['glass-server', 'Glass server', 'gear', 3600, 'Holds three cups, hides nothing.'],
    ['paper-filters', 'Paper filters, 100', 'gear', 900, 'Rinse first.'],
  ]),
  articles: [{ handle: 'dialing-in', title: 'Dialing in' }],
};
