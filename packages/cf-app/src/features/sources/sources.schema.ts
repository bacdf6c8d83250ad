import { z } from 'zod';
import { PLATFORMS } from './platform-name.ts';

export const storeOfSources = z.object({ slug: z.string().max(100) });
export const sourceOfStore = storeOfSources.extend({ platform: z.enum(PLATFORMS) });

/** What an operator or a manager gives: Shopify names the secret itself, WooCommerce takes any. */
export const sourceSecret = z
  .string()
  .trim()
  .min(16, 'a signing secret has at least 16 characters')
  .max(200)
  .regex(/^[\x21-\x7e]+$/, 'a signing secret has no spaces and only ASCII characters');

/** Without a secret one is made. */
export const sourceToConnect = sourceOfStore.extend({ secret: sourceSecret.optional() });
