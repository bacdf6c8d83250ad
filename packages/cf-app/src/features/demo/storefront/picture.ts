import { html } from 'hono/html';
import type { DemoProduct } from '../shops/shop.ts';

/** A still life for a product: its colours and shapes come from its name, so that each has one of its own. */
export function picture({ handle, name }: DemoProduct) {
  let seed = 7;
  for (const letter of handle) seed = (seed * 31 + letter.charCodeAt(0)) % 9973;
  const hue = 20 + (seed % 150);
  const paper = `hsl(${hue} 24% 90%)`;
  const body = `hsl(${hue} 30% ${42 + (seed % 18)}%)`;
  const shade = `hsl(${hue} 32% 30%)`;
  const width = 70 + (seed % 60);
  const height = 80 + (seed % 90);
  const left = 150 - width / 2;
  const top = 226 - height;
  const round = [6, 18, width / 2][seed % 3] ?? 6;
  return html`<svg viewBox="0 0 300 300" role="img" aria-label="${name}">
    <rect width="300" height="300" fill="${paper}" />
    <circle cx="${70 + (seed % 160)}" cy="92" r="${34 + (seed % 22)}" fill="hsl(${hue} 40% 82%)" />
    <rect y="226" width="300" height="74" fill="hsl(${hue} 18% 82%)" />
    <ellipse cx="158" cy="228" rx="${width * 0.7}" ry="9" fill="${shade}" opacity=".18" />
    <rect x="${left}" y="${top}" width="${width}" height="${height}" rx="${round}" fill="${body}" />
    <rect
      x="${left}"
      y="${top}"
      width="${width * 0.34}"
      height="${height}"
      rx="${round}"
      fill="#fff"
      opacity=".16"
    />
    <rect
      x="${left + width * 0.2}"
      y="${top - 10}"
      width="${width * 0.6}"
      height="14"
      rx="5"
      fill="${shade}"
    />
  </svg>`;
}
