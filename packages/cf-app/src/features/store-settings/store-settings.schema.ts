import { z } from 'zod';

const slug = z.string().max(100);
/** As a form sends them: what is wrong with them is said by name. */
const word = z.string().max(100);

export const settingsOf = z.object({ slug });
export const storeToEdit = z.object({
  slug,
  name: z.string().max(500),
  domains: z.array(z.string().max(500)).max(200),
});
export const timeZoneOf = z.object({ slug, timeZone: word });
export const currencyOf = z.object({ slug, currency: word });
