import { createHmac } from 'node:crypto';
import { equalInConstantTime } from '@layerkick/auth/constant-time';
import { type Platform, PLATFORMS } from './platform-name.ts';

export function isPlatform(name: string): name is Platform {
  return PLATFORMS.some((platform) => platform === name);
}

/** What a delivery's headers say, as each platform calls it. */
interface DeliveryHeaders {
  readonly signature: string;
  readonly topic: string;
  readonly delivery: readonly string[];
}

const HEADERS: Readonly<Record<Platform, DeliveryHeaders>> = {
  shopify: {
    signature: 'x-shopify-hmac-sha256',
    topic: 'x-shopify-topic',
    delivery: ['x-shopify-webhook-id', 'x-shopify-event-id'],
  },
  woocommerce: {
    signature: 'x-wc-webhook-signature',
    topic: 'x-wc-webhook-topic',
    delivery: ['x-wc-webhook-delivery-id'],
  },
};

/** Whether a delivery was signed with `secret`: HMAC-SHA-256 over the body as it came, base64. */
export function isSigned(platform: Platform, headers: Headers, body: string, secret: string): boolean {
  const given = headers.get(HEADERS[platform].signature) ?? '';
  return equalInConstantTime(given, createHmac('sha256', secret).update(body).digest('base64'));
}

/** `orders/create`; '' where the delivery does not say. */
export function topicOf(platform: Platform, headers: Headers): string {
  return (headers.get(HEADERS[platform].topic) ?? '').slice(0, 100);
}

/** Under which id the platform sends a delivery again; null where it names none. */
export function deliveryIdOf(platform: Platform, headers: Headers): string | null {
  for (const name of HEADERS[platform].delivery) {
    const id = headers.get(name);
    if (id) return id.slice(0, 200);
  }
  return null;
}
