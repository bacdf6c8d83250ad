import { type DemoShop, products } from './shop.ts';

export const northwind: DemoShop = {
  slug: 'northwind',
  name: 'Northwind Outfitters',
  motto: 'Gear for weather that means it',
  host: 'northwind.example',
  locale: 'en-GB',
  currency: 'GBP',
  timeZone: 'Europe/London',
  orderPrefix: 'NW',
  shipping: 395,
  freeShippingFrom: 6000,
  taxRate: 0.2,
  accent: '#24507a',
  collections: [
    { handle: 'jackets', name: 'Jackets', picture: 'textile' },
    { handle: 'packs', name: 'Packs', picture: 'bag' },
    { handle: 'camp', name: 'Camp', picture: 'vessel' },
  ],
  products: products('NW', [
    ['tarn-bottle', 'Tarn bottle, 750 ml', 'camp', 2200, 'Steel, cold for a day.'],
    ['fell-beanie', 'Fell beanie', 'jackets', 2400, 'Merino from Yorkshire.'],
    ['squall-shell', 'Squall shell', 'jackets', 13900, 'Three layers, 280 grams.'],
    ['day-pack', 'Ridge day pack, 22 l', 'packs', 7400, 'Recycled canvas, leather pulls.'],
    ['trek-socks', 'Trek socks, 2 pairs', 'camp', 1900, 'No blisters, promised.'],
    ['dry-bags', 'Dry bags, set of 3', 'packs', 2800, 'Roll tops, bright insides.'],
    ['storm-mug', 'Storm mug', 'camp', 1500, 'Enamel, chips honourably.'],
    ['gale-fleece', 'Gale fleece', 'jackets', 6900, 'Warm, plain, mended for free.'],
    ['two-tent', 'Lee tent for two', 'camp', 24900, 'Up in four minutes.'],
    ['long-pack', 'Traverse pack, 55 l', 'packs', 15900, 'Carries a week.'],
    ['head-torch', 'Head torch', 'camp', 3400, '400 lumens, one button.'],
    ['pack-cover', 'Pack cover', 'packs', 1800, 'For the other kind of day.'],
  ]),
  articles: [
    { handle: 'reading-a-forecast', title: 'Reading a mountain forecast' },
    { handle: 'packing-for-two-days', title: 'Packing for two days' },
  ],
};
