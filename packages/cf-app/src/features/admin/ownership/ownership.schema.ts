import { storeSlug } from '@layerkick/stats/store';
import { z } from 'zod';
import { organizationId } from '../memberships/memberships.schema.ts';

export const ownership = z.object({ organization: organizationId, store: storeSlug });
export type Ownership = z.output<typeof ownership>;
