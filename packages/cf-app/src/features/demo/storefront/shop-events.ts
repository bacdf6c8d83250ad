import { raw } from 'hono/html';
import type { DemoEvent } from '../history/walk.ts';

export type ShopEvent = readonly [name: string, fields: Partial<DemoEvent>];

/**
 * `shop.js`: tells LayerKick what the pages say in `data-layerkick`. A shop does the same in its theme; as a file of
 * its own it also shows that a strict content security policy is no obstacle.
 */
export const SHOP_JS = `
const tell = (text) => {
  for (const [name, fields] of JSON.parse(text)) window.layerkick?.(name, fields);
};
for (const script of document.querySelectorAll('script[data-layerkick]')) tell(script.textContent);
for (const form of document.querySelectorAll('form[data-layerkick]')) {
  form.addEventListener('submit', () => tell(form.dataset.layerkick));
}
`;

/** Events that happen when the page is shown. */
export function eventsScript(events: readonly ShopEvent[]) {
  const json = JSON.stringify(events).replaceAll('<', '\\u003c');
  return raw(`<script type="application/json" data-layerkick>${json}</script>`);
}
