import { msg, type Phrase } from '#/features/i18n/translate.ts';
import type { FindingCode } from './verify/finding.ts';
import type { FetchProblem } from './verify/fetch-page.ts';

export interface FindingWords {
  readonly look: 'good' | 'bad' | 'note';
  readonly title: Phrase;
  readonly text: Phrase;
}

/** What was found and what to do about it; `{detail}` is a slug, a host or names. */
export const FINDING_WORDS: Readonly<Record<FindingCode, FindingWords>> = {
  installed: {
    look: 'good',
    title: msg('The snippet is in the page'),
    text: msg('For this store, from the right address.'),
  },
  missing: {
    look: 'bad',
    title: msg('The snippet is not in the page'),
    text: msg(
      'Put it into the head of every page, publish the change, and empty the cache of the shop if it has one.',
    ),
  },
  wrong_store: {
    look: 'bad',
    title: msg('The snippet is for another store'),
    text: msg(
      'data-store says {detail}: what happens here is counted there, or refused. Copy the snippet again.',
    ),
  },
  no_store: {
    look: 'bad',
    title: msg('The snippet names no store'),
    text: msg(
      'data-store is missing, as where a tag manager or an optimiser drops it. Use the snippet for tag managers.',
    ),
  },
  wrong_address: {
    look: 'bad',
    title: msg('The snippet loads from another address'),
    text: msg('It asks {detail}, where this script is not. Copy the snippet again.'),
  },
  blocked_script: {
    look: 'bad',
    title: msg('The shop’s content security policy blocks the script'),
    text: msg('Add LayerKick’s address to script-src.'),
  },
  blocked_sending: {
    look: 'bad',
    title: msg('The shop’s content security policy blocks what the script sends'),
    text: msg('Add LayerKick’s address to connect-src.'),
  },
  held_for_consent: {
    look: 'bad',
    title: msg('A consent banner holds the script back'),
    text: msg(
      'It runs only for visitors who agree. It needs no cookies: mark it as necessary, or expect to miss the others.',
    ),
  },
  waits_for_consent: {
    look: 'note',
    title: msg('The script waits for consent'),
    text: msg("data-consent is set: nothing is counted until the page calls layerkick('consent', true)."),
  },
  several: {
    look: 'note',
    title: msg('The snippet is there more than once'),
    text: msg('Only the first one counts. Remove the others.'),
  },
  password_page: {
    look: 'note',
    title: msg('This is the shop’s password page'),
    text: msg(
      'The shop is not open yet, so its pages cannot be looked at from outside. Wait for an event from your own visit instead.',
    ),
  },
  maybe_in_tag_manager: {
    look: 'note',
    title: msg('There is a tag manager'),
    text: msg(
      'What it adds cannot be seen from outside. If the snippet is in there, wait for the first event below.',
    ),
  },
  maybe_in_pixel: {
    look: 'note',
    title: msg('This is a Shopify shop'),
    text: msg('A custom pixel cannot be seen from outside. If you made one, wait for the first event below.'),
  },
  data_layer: {
    look: 'good',
    title: msg('There is a data layer'),
    text: msg('GA4 e-commerce events in it are counted without further code.'),
  },
  other_trackers: {
    look: 'note',
    title: msg('Others count here, too'),
    text: msg('{detail}. Their figures differ: see what LayerKick counts and leaves out.'),
  },
};

/** Why a page could not be looked at. */
export const PROBLEM_WORDS: Readonly<Record<FetchProblem, Phrase>> = {
  unreadable: msg('That is no address of a page. It looks like https://your-shop.com/.'),
  not_http: msg('Only pages on the web can be looked at: https:// or http://.'),
  not_public: msg('That address is not on the public web.'),
  other_port: msg('Only pages on the usual ports can be looked at.'),
  not_own_domain: msg('That page is on none of the store’s domains. An operator can add the domain.'),
  unreachable: msg('There was no answer. Is the address right, and is the shop online?'),
  too_slow: msg('The page took longer than eight seconds.'),
  too_many_redirects: msg('The page leads from one address to the next without an end.'),
  redirected_elsewhere: msg('The page leads to a site that is none of the store’s domains.'),
  refused: msg(
    'The shop refused to show the page ({status}): it may keep robots out. Wait for the first event below instead.',
  ),
  not_a_page: msg('There is something at that address, but no page.'),
};
