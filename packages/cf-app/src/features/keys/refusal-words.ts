import { msg, type Phrase } from '#/features/i18n/translate.ts';
import type { KeyCreation, KeyList, KeyRevocation } from './keys.ts';

type Code = Exclude<Extract<KeyList | KeyCreation | KeyRevocation, { ok: false }>['code'], 'sign_in_again'>;

/** What was refused and what to do about it. */
export const REFUSAL_WORDS: Readonly<Record<Code, { title: Phrase; text: Phrase }>> = {
  no_organization: {
    title: msg('You are in no organization'),
    text: msg(
      'API keys belong to an organization and reach its stores. Ask LayerKick’s support to make one for your stores.',
    ),
  },
  not_allowed: {
    title: msg('Owners manage API keys'),
    text: msg('Your role in this organization does not include them. Ask one of its owners.'),
  },
  scope_not_held: {
    title: msg('The key was not made'),
    text: msg('A key can do no more than you can. Choose less.'),
  },
  unknown_key: {
    title: msg('There is no such key'),
    text: msg('It may have been deleted at WorkOS meanwhile.'),
  },
  degraded: {
    title: msg('No keys can be made right now'),
    text: msg('Sign-in is not answering. Existing keys go on, and can be revoked.'),
  },
  unavailable: {
    title: msg('That did not work'),
    text: msg('API keys cannot be reached right now. Existing keys are not affected. Try again in a moment.'),
  },
  signed_out: { title: msg('You are signed out'), text: msg('Sign in again to go on.') },
  forbidden: {
    title: msg('Owners manage API keys'),
    text: msg('They belong to an organization and reach its stores. Ask one of its owners.'),
  },
};
