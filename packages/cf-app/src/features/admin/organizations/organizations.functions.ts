import { createServerFn } from '@tanstack/react-start';
import { tableSearch } from '../table/table-search.ts';
import {
  addDomain,
  askForNews,
  createOrganization,
  makePortalLink,
  removeDomain,
  renameOrganization,
  verifyDomain,
} from './organization-changes.server.ts';
import { deleteOrganization } from './organization-deletion.server.ts';
import { organizationForOperators } from './organization.server.ts';
import { organizationsForOperators } from './organizations-page.server.ts';
import {
  domainToAdd,
  domainToChange,
  linkToMake,
  newOrganization,
  organizationToDelete,
  organizationToRename,
  organizationToShow,
  policyToSet,
} from './organizations.schema.ts';
import { setPolicy } from './policy.server.ts';

/** One page of organizations, for administrators. */
export const loadOrganizations = createServerFn({ method: 'GET' })
  .validator(tableSearch)
  .handler(({ data }) => organizationsForOperators(data));

/** Everything about one organization, for administrators. */
export const loadOrganization = createServerFn({ method: 'GET' })
  .validator(organizationToShow)
  .handler(({ data }) => organizationForOperators(data.organization));

export const addOrganization = createServerFn({ method: 'POST' })
  .validator(newOrganization)
  .handler(({ data }) => createOrganization(data.name, data.attempt));

export const nameOrganization = createServerFn({ method: 'POST' })
  .validator(organizationToRename)
  .handler(({ data }) => renameOrganization(data.organization, data.name));

/** For good. */
export const dropOrganization = createServerFn({ method: 'POST' })
  .validator(organizationToDelete)
  .handler(({ data }) => deleteOrganization(data.organization, data.confirmed));

export const claimDomain = createServerFn({ method: 'POST' })
  .validator(domainToAdd)
  .handler(({ data }) => addDomain(data.organization, data.domain));

export const checkDomain = createServerFn({ method: 'POST' })
  .validator(domainToChange)
  .handler(({ data }) => verifyDomain(data.organization, data.domain));

export const dropDomain = createServerFn({ method: 'POST' })
  .validator(domainToChange)
  .handler(({ data }) => removeDomain(data.organization, data.domain));

/** Whether single sign-on is required, and as what people join by their domain. */
export const decidePolicy = createServerFn({ method: 'POST' })
  .validator(policyToSet)
  .handler(({ data }) => setPolicy(data));

/** A link to WorkOS's Admin Portal; it is in this answer and nowhere else. */
export const linkToPortal = createServerFn({ method: 'POST' })
  .validator(linkToMake)
  .handler(({ data }) => makePortalLink(data.organization, data.intent));

/** Asks WorkOS for what no webhook brought. */
export const askWorkOS = createServerFn({ method: 'POST' }).handler(() => askForNews());
