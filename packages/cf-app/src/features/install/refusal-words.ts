import { msg, type Phrase } from '#/features/i18n/translate.ts';
import type { Install } from './install.ts';

export const INSTALL_REFUSED: Readonly<Record<Extract<Install, { ok: false }>['code'], Phrase>> = {
  failed: msg('That did not work. Try again in a moment.'),
  too_often: msg('That was often enough for a minute. Try again in a moment.'),
  unavailable: msg('The store cannot be reached right now. Try again in a moment.'),
  signed_out: msg('You are signed out. Sign in again to go on.'),
  forbidden: msg('Managers and owners of a store look after its installation. Ask one of them.'),
};
