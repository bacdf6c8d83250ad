import { z } from 'zod';

const client = {
  client_id: z.string(),
  client_secret: z.string().optional(),
  ip_address: z.string().optional(),
  user_agent: z.string().optional(),
};

/** Body of `POST /user_management/authenticate`, for the grants that are imitated. */
export const grantRequest = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    ...client,
    code: z.string(),
    code_verifier: z.string().optional(),
  }),
  z.object({
    grant_type: z.literal('refresh_token'),
    ...client,
    refresh_token: z.string(),
    organization_id: z.string().optional(),
  }),
  z.object({
    grant_type: z.literal('urn:workos:oauth:grant-type:organization-selection'),
    ...client,
    pending_authentication_token: z.string(),
    organization_id: z.string(),
  }),
]);

export type GrantRequest = z.output<typeof grantRequest>;
export type GrantRequestOf<Type extends GrantRequest['grant_type']> = Extract<
  GrantRequest,
  { grant_type: Type }
>;
