import { z } from 'zod';

export const storeToInstall = z.object({ slug: z.string().max(100) });

/** An address as people write it: with or without its scheme. */
export const pageToVerify = storeToInstall.extend({
  address: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .transform((text) =>
      /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`,
    ),
});
