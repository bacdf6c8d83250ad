import { fmdf } from './fmdf.ts';
import { harbor } from './harbor.ts';
import { northwind } from './northwind.ts';
import type { DemoShop } from './shop.ts';

export const DEMO_SHOPS: readonly DemoShop[] = [fmdf, northwind, harbor];

export function demoShop(slug: string): DemoShop | null {
  return DEMO_SHOPS.find((shop) => shop.slug === slug) ?? null;
}
