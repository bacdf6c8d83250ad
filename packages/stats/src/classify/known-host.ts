import { KNOWN_SOURCES, PAYMENT_HOSTS, type KnownSource } from './sources.ts';

const byHost = new Map<string, KnownSource>();
const byBrand = new Map<string, KnownSource>();
const bySpelling = new Map<string, KnownSource>();
const paymentHosts = new Set(PAYMENT_HOSTS);

for (const source of KNOWN_SOURCES) {
  bySpelling.set(source.name.toLowerCase(), source);
  for (const alias of source.aliases ?? []) bySpelling.set(alias, source);
  for (const host of source.hosts) {
    if (host.endsWith('.*')) byBrand.set(host.slice(0, -2), source);
    else byHost.set(host, source);
  }
}

/** A few second levels under which anybody can register; the full list would weigh more than it is worth here. */
const SHARED_SUFFIXES = new Set(
  (
    'co.uk org.uk co.nz com.au co.jp co.kr com.br com.mx com.tr com.pl co.za co.il co.at or.at ' +
    'myshopify.com github.io pages.dev workers.dev netlify.app vercel.app web.app'
  ).split(' '),
);

/** The place a referring host belongs to, by its longest known suffix. */
export function sourceOfHost(host: string): KnownSource | null {
  const suffixes = suffixesOf(host);
  for (const suffix of suffixes) {
    const source = byHost.get(suffix);
    if (source) return source;
  }
  for (const suffix of suffixes) {
    const [brand = '', ...ending] = suffix.split('.');
    const source = byBrand.get(brand);
    // `google.de`, `google.co.uk`, not `google.example.com`.
    if (
      source &&
      (ending.length === 1 || (ending.length === 2 && ending.every((part) => part.length <= 3)))
    ) {
      return source;
    }
  }
  return null;
}

/** The place a `utm_source` names, whether by its name, another spelling or its host. */
export function sourceOfSpelling(spelling: string): KnownSource | null {
  const folded = spelling.toLowerCase();
  return bySpelling.get(folded) ?? (folded.includes('.') ? sourceOfHost(folded) : null);
}

export function isPaymentHost(host: string): boolean {
  return suffixesOf(host).some((suffix) => paymentHosts.has(suffix));
}

/** `checkout.fmdf.com` and `www.fmdf.com` are one shop; two shops under `myshopify.com` are not. */
export function isSameSite(a: string, b: string): boolean {
  return a === b || siteOf(a) === siteOf(b);
}

function siteOf(host: string): string {
  const labels = host.split('.');
  const shared = SHARED_SUFFIXES.has(labels.slice(-2).join('.'));
  return labels.slice(shared ? -3 : -2).join('.');
}

function suffixesOf(host: string): string[] {
  const labels = host.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}
