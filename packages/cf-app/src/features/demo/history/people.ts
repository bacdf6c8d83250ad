import type { Random } from './random.ts';

/** Somebody, as far as a request shows. */
export interface Person {
  readonly ip: string;
  readonly userAgent: string;
  readonly country: string;
  readonly region: string;
  readonly city: string;
  /** Times the usual willingness to buy. */
  readonly willingness: number;
}

interface Device {
  readonly weight: number;
  readonly willingness: number;
  readonly userAgent: string;
}

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';

const devices: readonly Device[] = [
  device(
    27,
    0.85,
    `(iPhone; CPU iPhone OS 18_6 like Mac OS X) ${WEBKIT} Version/18.6 Mobile/15E148 Safari/604.1`,
  ),
  device(
    6,
    0.8,
    `(iPhone; CPU iPhone OS 17_7 like Mac OS X) ${WEBKIT} Version/17.7 Mobile/15E148 Safari/604.1`,
  ),
  device(22, 0.75, `(Linux; Android 10; K) ${BLINK} Chrome/142.0.0.0 Mobile Safari/537.36`),
  device(5, 0.7, `(Linux; Android 10; K) ${BLINK} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`),
  device(2, 0.7, '(Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0'),
  device(4, 1.1, `(iPad; CPU OS 17_6 like Mac OS X) ${WEBKIT} Version/17.6 Mobile/15E148 Safari/604.1`),
  device(14, 1.45, `(Windows NT 10.0; Win64; x64) ${BLINK} Chrome/142.0.0.0 Safari/537.36`),
  device(5, 1.4, `(Windows NT 10.0; Win64; x64) ${BLINK} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`),
  device(5, 1.3, '(Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0'),
  device(7, 1.6, `(Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/18.6 Safari/605.1.15`),
  device(5, 1.5, `(Macintosh; Intel Mac OS X 10_15_7) ${BLINK} Chrome/142.0.0.0 Safari/537.36`),
  device(1, 1, '(X11; Ubuntu; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'),
];

function device(weight: number, willingness: number, rest: string): Device {
  return { weight, willingness, userAgent: `Mozilla/5.0 ${rest}` };
}

const bots: readonly { readonly weight: number; readonly userAgent: string }[] = [
  { weight: 8, userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
  { weight: 5, userAgent: 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)' },
  { weight: 4, userAgent: 'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)' },
  { weight: 3, userAgent: 'Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)' },
  { weight: 3, userAgent: `Mozilla/5.0 ${BLINK}; compatible; GPTBot/1.2; +https://openai.com/gptbot` },
  { weight: 2, userAgent: `Mozilla/5.0 (X11; Linux x86_64) ${BLINK} HeadlessChrome/142.0.0.0 Safari/537.36` },
];

export interface Place {
  readonly weight: number;
  readonly country: string;
  readonly region: string;
  readonly city: string;
}

/** An address of a private network: such addresses are nobody's. */
function address(random: Random): string {
  return `10.${random.between(0, 255)}.${random.between(0, 255)}.${random.between(1, 254)}`;
}

export function somebody(random: Random, places: readonly Place[]): Person {
  const { country, region, city } = random.weighted(places);
  const { userAgent, willingness } = random.weighted(devices);
  return { ip: address(random), userAgent, country, region, city, willingness };
}

export function somebot(random: Random): Person {
  const { userAgent } = random.weighted(bots);
  const place = { country: 'US', region: 'Iowa', city: 'Council Bluffs' };
  return { ip: address(random), userAgent, ...place, willingness: 0 };
}
