import { createServerFn } from '@tanstack/react-start';
import { tableSearch } from '../table/table-search.ts';
import {
  addDomain,
  askForNews,
  assignStore,
  createOrganization,
  makePortalLink,
  removeDomain,
  unassignStore,
  verifyDomain,
} from './organization-changes.server.ts';
import { organizationForOperators } from './organization.server.ts';
import { organizationsForOperators } from './organizations-page.server.ts';
import {
  domainToAdd,
  domainToChange,
  linkToMake,
  newOrganization,
  organizationToShow,
  policyToSet,
  storeToAssign,
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

export const giveStore = createServerFn({ method: 'POST' })
  .validator(storeToAssign)
  .handler(({ data }) => assignStore(data.organization, data.store));

export const takeStore = createServerFn({ method: 'POST' })
  .validator(storeToAssign)
  .handler(({ data }) => unassignStore(data.organization, data.store));

/** Asks WorkOS for what no webhook brought. */
export const askWorkOS = createServerFn({ method: 'POST' }).handler(() => askForNews());
