import { createServerFn } from '@tanstack/react-start';
import { z } from 'zod';
import { signedInPerson, signedInPersonAt } from './check-session.server.ts';
import { viewerOfRequest } from './viewer.server.ts';

// Any text may stand in the address bar: what is no slug is a store that may not be seen, not an error.
const anySlug = z.object({ slug: z.string() });

/** Whether the person may see this store, with all that the page around it shows. */
export const checkSession = createServerFn({ method: 'GET' })
  .validator(anySlug)
  .handler(({ data }) => signedInPersonAt(data.slug));

/** Who is signed in, and which stores they may see. */
export const currentPerson = createServerFn({ method: 'GET' }).handler(() => signedInPerson());

/** Who is looking, with the document. */
export const currentViewer = createServerFn({ method: 'GET' }).handler(() => viewerOfRequest());
