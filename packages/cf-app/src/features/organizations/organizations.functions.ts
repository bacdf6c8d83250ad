import { createServerFn } from '@tanstack/react-start';
import { z } from 'zod';
import { switchOrganization } from './switch-organization.server.ts';
import { findTenants, leaveTenant, visitTenant } from './tenants.server.ts';

const organization = z.object({ organization: z.string().regex(/^org_[A-Za-z0-9]{1,64}$/) });
const search = z.object({ find: z.string().max(100).default('') });

/** Puts the session into another organization of the person. */
export const enterOrganization = createServerFn({ method: 'POST' })
  .validator(organization)
  .handler(({ data }) => switchOrganization(data.organization));

/** Tenants by name, for operators. */
export const searchTenants = createServerFn({ method: 'GET' })
  .validator(search)
  .handler(({ data }) => findTenants(data.find));

/** Shows an operator one tenant and no other. */
export const beginVisit = createServerFn({ method: 'POST' })
  .validator(organization)
  .handler(({ data }) => visitTenant(data.organization));

/** Shows an operator every tenant again. */
export const endVisit = createServerFn({ method: 'POST' }).handler(() => leaveTenant());
