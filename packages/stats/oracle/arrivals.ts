import type { Attribution } from '../src/classify/attribution.ts';

/** How somebody may come to the shop, and what that is called. Telling so in general has its own tests. */
export interface Arrival {
  /** On the shop. */
  readonly query: string;
  readonly referrer: string | undefined;
  readonly attribution: Attribution;
}

const DIRECT: Attribution = {
  channel: 'Direct',
  source: '',
  medium: '',
  campaign: '',
  term: '',
  content: '',
};

export const ARRIVALS: readonly Arrival[] = [
  { query: '', referrer: undefined, attribution: DIRECT },
  { query: '', referrer: 'https://shop.example/pots', attribution: DIRECT },
  {
    query: '',
    referrer: 'https://www.google.com/',
    attribution: { ...DIRECT, channel: 'Organic Search', source: 'Google', medium: 'organic' },
  },
  {
    query: '',
    referrer: 'https://blog.example/pots',
    attribution: { ...DIRECT, channel: 'Referral', source: 'blog.example', medium: 'referral' },
  },
  {
    query: '?utm_source=letter&utm_medium=email&utm_campaign=may&utm_term=pots&utm_content=top',
    referrer: 'https://www.google.com/',
    attribution: {
      channel: 'Email',
      source: 'letter',
      medium: 'email',
      campaign: 'may',
      term: 'pots',
      content: 'top',
    },
  },
];

/** What the first event of a visit says about where its visitor came from. */
export function attributionOf(url: string, referrer: string | undefined): Attribution {
  const { search } = new URL(url);
  const arrival = ARRIVALS.find((known) => known.query === search && known.referrer === referrer);
  if (!arrival) throw new Error(`No arrival is like ${url} from ${referrer}`);
  return arrival.attribution;
}
