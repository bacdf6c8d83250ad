import { z } from 'zod';
import type { Sender } from './receive-batch.ts';

/** Longer ones are nobody's browser. */
const MAX_USER_AGENT = 1000;

const word = z.string().max(100).catch('');

const cloudflare = z
  .object({
    // XX is "not known", T1 the Tor network: neither is a country.
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .refine((code) => code !== 'XX')
      .catch(''),
    region: word,
    city: word,
  })
  .catch({ country: '', region: '', city: '' });

/** Who sent a request, from where. The address and the user agent live as long as the request does. */
export function senderOf(request: Request): Sender {
  return {
    visitor: {
      ip: request.headers.get('cf-connecting-ip') ?? '',
      userAgent: (request.headers.get('user-agent') ?? '').slice(0, MAX_USER_AGENT),
    },
    place: cloudflare.parse(request.cf),
  };
}
