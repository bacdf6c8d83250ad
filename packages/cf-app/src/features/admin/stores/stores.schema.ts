import { z } from 'zod';

/** Any string may be asked for; what is no slug is a store that does not exist. */
const slug = z.string().max(100);
/** As a form sends them: what is wrong with them is said by name. */
const name = z.string().max(500);
const domains = z.array(z.string().max(500)).max(200);
const word = z.string().max(100);

export const oneStore = z.object({ slug });
export const storeFields = z.object({ slug, name, domains, timeZone: word, currency: word });
export type StoreFields = z.output<typeof storeFields>;

/** `organization`: an empty text for none. */
export const storeToCreate = storeFields.extend({ organization: word });
export const storeToEdit = z.object({ slug, name, domains });
export const timeZoneOfStore = z.object({ slug, timeZone: word });
export const currencyOfStore = z.object({ slug, currency: word });

/** `confirmed`: the slug once more, as the person typed it. */
export const storeToDelete = z.object({ slug, confirmed: slug });
