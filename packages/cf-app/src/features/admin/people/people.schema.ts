import { userId } from '@layerkick/client/schemas/access';
import { storeSlug } from '@layerkick/stats/store';
import { z } from 'zod';

/** Any text may stand in the address bar: somebody who does not exist is shown as somebody without anything. */
export const personToShow = z.object({ user: z.string().max(300) });
export const accessToChange = z.object({ user: userId, store: storeSlug });
export const sessionToEnd = z.object({ user: userId, session: z.string().min(1).max(300) });
