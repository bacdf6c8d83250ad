import {
  type NamedOrganization,
  type NamingRules,
  organizationNamed,
  PATH,
} from '@layerkick/auth/organization/named-in-request';
import type { Log } from '@layerkick/auth/log';
import { safeReturnPath } from '@layerkick/auth/return-to';
import { env } from 'cloudflare:workers';
import { z } from 'zod';
import { type Configuration, readConfiguration } from '#/env.server.ts';
import { LOGOUT_PATH } from '#/features/auth/paths.ts';
import { type CurrentRequest, IS_CALL, requestContext } from '#/lib/request-context.server.ts';

/** The organization that a request is about: nobody is in one whose `id` is null. */
export interface RequestedOrganization {
  readonly id: string | null;
}

/** The organization that the request being answered names, as its address or a header says; null where it names none. */
export function organizationInRequest(current: CurrentRequest = requestContext()): NamedOrganization | null {
  return current.once(organizationInRequest, () => {
    const { headers } = current.request;
    return organizationNamed({ url: addressOf(current.url, headers), headers }, namingRules());
  });
}

let known: { readonly configuration: Configuration; readonly rules: NamingRules } | undefined;

function namingRules(): NamingRules {
  const configuration = readConfiguration(env);
  if (known?.configuration !== configuration) {
    const { APP_ORIGIN, ORGANIZATION_STRATEGIES: strategies } = configuration;
    known = { configuration, rules: { strategies, host: new URL(APP_ORIGIN).host } };
  }
  return known.rules;
}

/** Where Start's server functions are. */
const CALLS = '/_serverFn/';

/**
 * A page below `/org/acme` calls server functions at an address of theirs, and its own is in `Referer`. Believing that lets
 * nobody do more: an organization only narrows what its member could do anyway.
 */
function addressOf(url: string, headers: Headers): string {
  const page = url.includes(CALLS) && headers.has(IS_CALL) ? headers.get('Referer') : null;
  return page !== null && URL.canParse(page) && new URL(page).host === new URL(url).host ? page : url;
}

/** A path of ours, without the organization that it may begin with. */
export function pathInOrganization(pathname: string, current?: CurrentRequest): string {
  // Most name none, and need no configuration to say so.
  if (!pathname.startsWith(PATH)) return pathname;
  return pathname.slice(organizationInRequest(current)?.prefix.length ?? 0) || '/';
}

/** Where pages are that are about no organization, as the page's host sees it: our own address from a subdomain, or ''. */
export function homeOfRequest(current?: CurrentRequest): string {
  return organizationInRequest(current)?.by === 'subdomain' ? readConfiguration(env).APP_ORIGIN : '';
}

/** The origin of our pages that may speak for somebody in this request: our own, or the subdomain that the request is at. */
export function originOfOurPages(current: CurrentRequest = requestContext()): string {
  const { APP_ORIGIN } = readConfiguration(env);
  return organizationInRequest(current)?.by === 'subdomain' ? new URL(current.url).origin : APP_ORIGIN;
}

/**
 * People sign in at our own address, which the provider knows, and come back to the organization by the path; they sign out
 * where they are. Null where the request is about something else.
 */
export function signInAtOurAddress(url: string, pathname: string): Response | null {
  if (!pathname.startsWith('/auth/') || pathname === LOGOUT_PATH) return null;
  const named = organizationInRequest();
  if (named?.by !== 'subdomain') return null;
  const { APP_ORIGIN } = readConfiguration(env);
  const query = new URLSearchParams(new URL(url).search);
  if (named.name !== null) query.set('return_to', PATH + named.name + safeReturnPath(query.get('return_to')));
  return Response.redirect(`${APP_ORIGIN}${pathname}?${query}`, 307);
}

const NOBODY_S: RequestedOrganization = { id: null };

/**
 * The same by its id. Asked before anything is decided about the request (`authenticateRequest`), and by the same steps
 * whether or not there is such an organization.
 */
export function requestedOrganization(
  current: CurrentRequest = requestContext(),
): Promise<RequestedOrganization> | null {
  const named = organizationInRequest(current);
  return named && current.once(requestedOrganization, () => findOrganization(named.name ?? '', current));
}

const found = z.object({ id: z.string() }).nullable();

async function findOrganization(name: string, log: Log): Promise<RequestedOrganization> {
  try {
    const row = await env.DB.prepare(
      `SELECT id FROM organization WHERE deleted_at IS NULL AND
         (id = ?1 OR id = (SELECT organization_id FROM organization_slug WHERE slug = ?1))`,
    )
      .bind(name)
      .first();
    return found.parse(row) ?? NOBODY_S;
  } catch (cause) {
    log.error('organization_unavailable', { cause: String(cause) });
    return NOBODY_S;
  }
}
