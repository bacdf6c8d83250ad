import { html } from 'hono/html';
import type { DemoProduct, PictureKind } from '../shops/shop.ts';
import type { Html } from './layout.ts';

interface Palette {
  readonly body: string;
  readonly light: string;
  readonly shade: string;
  /** 0–99; the same for the same product. */
  readonly chance: number;
}

/** A still life for a product: colours and proportions come from its name, so that each has one of its own. */
export function picture({ handle, name }: DemoProduct, kind: PictureKind): Html {
  let seed = 7;
  for (const letter of handle) seed = (seed * 31 + letter.charCodeAt(0)) % 9973;
  const hue = 18 + (seed % 150);
  const palette = {
    body: `hsl(${hue} 28% ${44 + (seed % 16)}%)`,
    light: `hsl(${hue} 30% 72%)`,
    shade: `hsl(${hue} 32% 30%)`,
    chance: seed % 100,
  };
  return html`<svg viewBox="0 0 300 300" role="img" aria-label="${name}">
    <rect width="300" height="300" fill="hsl(${hue} 24% 91%)" />
    <circle cx="${70 + (seed % 160)}" cy="92" r="${34 + (seed % 22)}" fill="hsl(${hue} 40% 84%)" />
    <rect y="226" width="300" height="74" fill="hsl(${hue} 18% 83%)" />
    <ellipse cx="154" cy="229" rx="92" ry="8" fill="${palette.shade}" opacity=".16" />
    ${THINGS[kind](palette)}
  </svg>`;
}

const THINGS: Readonly<Record<PictureKind, (palette: Palette) => Html>> = { textile, vessel, candle, bag };

/** Folded, two to four high. */
function textile({ body, light, shade, chance }: Palette): Html {
  const folds = Array.from({ length: 2 + (chance % 3) }, (_, index) => index);
  return html`${folds.map((fold) => {
    const y = 198 - fold * 30;
    const width = 170 - fold * 8;
    return html`<rect
        x="${150 - width / 2}"
        y="${y}"
        width="${width}"
        height="29"
        rx="14"
        fill="${fold % 2 ? light : body}"
      />
      <rect
        x="${150 - width / 2 + 12}"
        y="${y + 13}"
        width="${width - 30}"
        height="2"
        fill="${shade}"
        opacity=".3"
      />`;
  })}`;
}

/** A jar, a mug, a bowl. */
function vessel({ body, light, shade, chance }: Palette): Html {
  const width = 84 + (chance % 50);
  const height = 70 + ((chance * 7) % 70);
  const x = 150 - width / 2;
  const y = 228 - height;
  return html`<path
      d="M${x} ${y} h${width} q6 ${height} ${-width * 0.22} ${height} h${-width * 0.56} q${-width * 0.28} 0 ${-width * 0.22} ${-height}"
      fill="${body}"
    />
    <ellipse cx="150" cy="${y}" rx="${width / 2}" ry="9" fill="${shade}" />
    <path
      d="M${x + 14} ${y + 16} q0 ${height * 0.4} 10 ${height * 0.62}"
      stroke="${light}"
      stroke-width="7"
      stroke-linecap="round"
      fill="none"
      opacity=".7"
    />`;
}

/** One to three candles. */
function candle({ body, light, shade, chance }: Palette): Html {
  const candles = Array.from({ length: 1 + (chance % 3) }, (_, index) => index);
  return html`${candles.map((index) => {
    const height = 120 - ((index * 37 + chance) % 60);
    const x = 150 + (index - (candles.length - 1) / 2) * 56;
    return html`<rect
        x="${x - 20}"
        y="${226 - height}"
        width="40"
        height="${height}"
        rx="5"
        fill="${index % 2 ? light : body}"
      />
      <path d="M${x} ${226 - height} v-10" stroke="${shade}" stroke-width="2.5" />
      <path d="M${x} ${192 - height} q12 16 0 25 q-12 -9 0 -25" fill="hsl(38 90% 62%)" />`;
  })}`;
}

/** A pack, a bag of coffee, a coat on its own. */
function bag({ body, light, shade, chance }: Palette): Html {
  const height = 118 + (chance % 34);
  const y = 228 - height;
  return html`<path d="M128 ${y + 6} q22 -44 44 0" fill="none" stroke="${shade}" stroke-width="6" />
    <rect x="98" y="${y}" width="104" height="${height}" rx="20" fill="${body}" />
    <rect x="98" y="${y}" width="104" height="38" rx="19" fill="${shade}" />
    <rect x="114" y="${y + 56}" width="72" height="${height - 76}" rx="10" fill="${light}" opacity=".75" />`;
}
