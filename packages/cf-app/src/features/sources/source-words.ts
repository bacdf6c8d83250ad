import { msg, type Phrase } from '#/features/i18n/translate.ts';
import type { Platform } from './platform-name.ts';
import type { DeliveryView, Sources } from './sources.ts';

export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  shopify: 'Shopify',
  woocommerce: 'WooCommerce',
};

/** Where in the platform's own administration webhooks are made, and for which topics. */
export const PLATFORM_STEPS: Readonly<Record<Platform, Phrase>> = {
  shopify: msg(
    'In Shopify: Settings → Notifications → Webhooks. Make one each for order creation, payment, update, cancellation and refund creation, as JSON. Shopify shows its signing secret below the list.',
  ),
  woocommerce: msg(
    'In WooCommerce: Settings → Advanced → Webhooks. Make one each for order created, updated and deleted, with API version v3 and the secret that is shown here.',
  ),
};

export const OUTCOME_WORDS: Readonly<Record<DeliveryView['outcome'], Phrase>> = {
  stored: msg('Waiting'),
  counted: msg('Counted'),
  ignored: msg('Left out'),
  failed: msg('Cannot be read'),
};

export const SOURCES_REFUSED: Readonly<Record<Extract<Sources, { ok: false }>['code'], Phrase>> = {
  not_allowed: msg('Managers and owners look after sources. Ask one of them.'),
  degraded: msg('Sign-in is not answering, so nothing can be changed right now. Try again in a few minutes.'),
  failed: msg('That did not work. What was delivered is kept. Try again in a moment.'),
  unavailable: msg('Sources cannot be reached right now. Try again in a moment.'),
  signed_out: msg('You are signed out. Sign in again to go on.'),
  forbidden: msg('Managers and owners of a store look after its sources. Ask one of them.'),
};
