import { storeSlug } from '@layerkick/stats/store';
import { z } from 'zod';

export const storePath = z.strictObject({ slug: storeSlug });
