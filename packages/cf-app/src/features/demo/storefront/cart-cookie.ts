import { z } from 'zod';
import type { BasketLine } from '../basket.ts';
import type { DemoShop } from '../shops/shop.ts';

const MAX_QUANTITY = 20;

const entries = z
  .string()
  .max(1000)
  .regex(/^([A-Z]+-\d+:\d{1,2}(\.|$))*$/)
  .transform((text) =>
    text
      .split('.')
      .filter(Boolean)
      .map((entry) => entry.split(':')),
  );

/** The cart as its cookie says; an unreadable cookie is an empty cart, unknown products are left out. */
export function readCart(shop: DemoShop, cookie: string | undefined): BasketLine[] {
  const parsed = entries.safeParse(cookie ?? '');
  if (!parsed.success) return [];
  return parsed.data.flatMap(([id, count]) => {
    const product = shop.products.find((known) => known.id === id);
    const quantity = Math.min(Number(count), MAX_QUANTITY);
    return product && quantity > 0 ? [{ product, quantity }] : [];
  });
}

/** `FM-101:2.FM-104:1` */
export function writeCart(lines: readonly BasketLine[]): string {
  return lines.map(({ product, quantity }) => `${product.id}:${quantity}`).join('.');
}

/** `quantity` more of a product, or fewer where it is negative. */
export function changeCart(lines: readonly BasketLine[], change: BasketLine): BasketLine[] {
  const { product } = change;
  const before = lines.find((line) => line.product.id === product.id)?.quantity ?? 0;
  const quantity = Math.min(before + change.quantity, MAX_QUANTITY);
  const others = lines.filter((line) => line.product.id !== product.id);
  return quantity > 0 ? [...others, { product, quantity }] : others;
}
