import { channelOf } from './channels.ts';
import { CLICK_IDS, type ClickId } from './click-ids.ts';
import { isPaymentHost, isSameSite, sourceOfHost, sourceOfSpelling } from './known-host.ts';

/** Where a visit came from. `''` means not known; `channel` is `Direct` when nothing else is. */
export interface Attribution {
  readonly channel: string;
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  readonly term: string;
  readonly content: string;
}

/** Long enough for any campaign people name by hand, short enough to keep a hostile URL out of every table. */
const MAX_LENGTH = 200;

/**
 * Attribution of a visit from its first page: UTM parameters, then click ids, then the referrer.
 * The shop's own pages and payment providers never become a source.
 * Never throws: an unreadable address counts as none.
 */
export function attributionOf(url: string, referrer: string | undefined): Attribution {
  const landing = parse(url);
  const query = landing?.searchParams ?? new URLSearchParams();
  const click = CLICK_IDS.find(({ parameter }) => query.get(parameter));
  const { source, medium } =
    fromUtm(query, click) ?? fromClick(click) ?? fromReferrer(parse(referrer), landing);
  const campaign = read(query, 'utm_campaign');
  return {
    channel: channelOf({ source, kind: sourceOfSpelling(source)?.kind ?? null, medium, campaign }),
    source,
    medium,
    campaign,
    term: read(query, 'utm_term'),
    content: read(query, 'utm_content'),
  };
}

interface Origin {
  readonly source: string;
  readonly medium: string;
}

function fromUtm(query: URLSearchParams, click: ClickId | undefined): Origin | null {
  const named = read(query, 'utm_source');
  const medium = read(query, 'utm_medium').toLowerCase();
  if (!named && !medium) return null;
  const source = named ? (sourceOfSpelling(named)?.name ?? named.toLowerCase()) : (click?.source ?? '');
  // Half-tagged links: the click id completes what it agrees with.
  return { source, medium: medium || (click?.source === source ? click.medium : '') };
}

function fromClick(click: ClickId | undefined): Origin | null {
  return click ? { source: click.source, medium: click.medium } : null;
}

const DIRECT: Origin = { source: '', medium: '' };

function fromReferrer(referrer: URL | null, landing: URL | null): Origin {
  if (!referrer?.hostname) return DIRECT;
  const host = bareHost(referrer);
  if (landing && isSameSite(host, bareHost(landing))) return DIRECT;
  if (isPaymentHost(host)) return DIRECT;
  const known = sourceOfHost(host);
  return { source: known?.name ?? host, medium: known?.kind === 'search' ? 'organic' : 'referral' };
}

function bareHost(url: URL): string {
  return url.hostname
    .toLowerCase()
    .replace(/^www\./, '')
    .slice(0, MAX_LENGTH);
}

function read(query: URLSearchParams, parameter: string): string {
  // Cutting may leave half an emoji, which no database keeps as it is.
  return (query.get(parameter) ?? '').trim().slice(0, MAX_LENGTH).toWellFormed();
}

function parse(address: string | undefined): URL | null {
  if (!address) return null;
  return URL.canParse(address) ? new URL(address) : null;
}
