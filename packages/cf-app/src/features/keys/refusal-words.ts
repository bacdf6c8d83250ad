import type { KeyCreation, KeyList, KeyRevocation } from './keys.ts';

type Code = Exclude<Extract<KeyList | KeyCreation | KeyRevocation, { ok: false }>['code'], 'sign_in_again'>;

/** What was refused and what to do about it. */
export const REFUSAL_WORDS: Readonly<Record<Code, { title: string; text: string }>> = {
  no_organization: {
    title: 'You are in no organization',
    text: 'API keys belong to an organization and reach its stores. Ask LayerKick’s support to make one for your stores.',
  },
  not_allowed: {
    title: 'Owners manage API keys',
    text: 'Your role in this organization does not include them. Ask one of its owners.',
  },
  scope_not_held: {
    title: 'The key was not made',
    text: 'A key can do no more than you can. Choose less.',
  },
  unknown_key: {
    title: 'There is no such key',
    text: 'It may have been deleted at WorkOS meanwhile.',
  },
  degraded: {
    title: 'No keys can be made right now',
    text: 'Sign-in is not answering. Existing keys go on, and can be revoked.',
  },
  unavailable: {
    title: 'That did not work',
    text: 'API keys cannot be reached right now. Existing keys are not affected. Try again in a moment.',
  },
  signed_out: { title: 'You are signed out', text: 'Sign in again to go on.' },
  forbidden: {
    title: 'Owners manage API keys',
    text: 'They belong to an organization and reach its stores. Ask one of its owners.',
  },
};
