import type { DemoShop } from '../shops/shop.ts';

export function shopCss({ accent }: DemoShop): string {
  return `:root { --accent: ${accent}; }${RULES}`;
}

const RULES = `
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: #faf8f4; color: #24221e; font: 16px/1.55 ui-sans-serif, system-ui, sans-serif; }
a { color: inherit; text-decoration: none; }
a:hover { text-decoration: underline; text-underline-offset: 3px; }
h1, h2, .brand { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; font-weight: 500; line-height: 1.15; letter-spacing: -.01em; margin: 0; }
h1 { font-size: clamp(30px, 5vw, 46px); }
h2 { font-size: 24px; }
p { margin: 0; }
svg { display: block; width: 100%; height: auto; border-radius: 10px; }
:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; border-radius: 4px; }
.note { background: var(--accent); color: #f6f3ec; font-size: 13px; text-align: center; padding: 7px 16px; }
.note a { text-decoration: underline; text-underline-offset: 3px; }
.bar, main, footer { max-width: 1080px; margin: 0 auto; padding: 0 20px; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 26px; padding-block: 20px; }
.brand { font-size: 23px; margin-right: auto; }
.bar nav { display: flex; flex-wrap: wrap; gap: 4px 20px; font-size: 15px; }
main { padding-block: 18px 72px; display: grid; gap: 32px; }
.hero { display: grid; gap: 12px; padding: clamp(28px, 6vw, 64px) clamp(20px, 5vw, 56px); border-radius: 16px; background: #ece7dc; }
.hero p { color: #5c574d; font-size: 18px; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 30px 22px; list-style: none; margin: 0; padding: 0; }
.card { display: grid; gap: 2px; }
.card svg { margin-bottom: 10px; }
.price, .quiet { color: #5c574d; }
.price { font-variant-numeric: tabular-nums; }
.product { display: grid; gap: 40px; grid-template-columns: repeat(auto-fit, minmax(290px, 1fr)); align-items: center; }
.product > div { display: grid; gap: 16px; justify-items: start; }
.product .price { font-size: 22px; color: inherit; }
button, .button { font: inherit; font-weight: 600; border: 0; border-radius: 999px; padding: 12px 28px; background: var(--accent); color: #fff; cursor: pointer; }
button:hover, .button:hover { filter: brightness(1.15); text-decoration: none; }
button.plain { background: none; color: #5c574d; padding: 4px 8px; font-weight: 400; text-decoration: underline; text-underline-offset: 3px; }
.narrow { max-width: 620px; display: grid; gap: 26px; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; padding: 13px 0; border-bottom: 1px solid #e2dccf; vertical-align: baseline; font-weight: 400; }
td:last-child, th:last-child { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tfoot th, tfoot td { border: 0; padding: 5px 0; color: #5c574d; }
tfoot tr:last-child > * { color: #24221e; font-weight: 600; font-size: 18px; }
fieldset { border: 1px solid #e2dccf; border-radius: 12px; padding: 14px 18px; display: grid; gap: 8px; margin: 0 0 18px; }
legend { padding: 0 6px; color: #5c574d; font-size: 14px; }
label { display: flex; gap: 10px; align-items: center; }
footer { border-top: 1px solid #e2dccf; padding-block: 22px 40px; color: #5c574d; font-size: 14px; }
`;
