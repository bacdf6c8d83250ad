import type { Operations } from '@layerkick/client/operations';
import type { Call, Outcome } from '../call.ts';

/** The principal, without what only the dashboard needs. */
export async function describeAccount({
  auth,
}: Pick<Call<Operations['showAccount']>, 'auth'>): Promise<Outcome<Operations['showAccount']>> {
  const { principal, via, organization, stores, permissions, degraded } = auth;
  const { kind, id, email, name } = principal;
  return {
    kind: 'json',
    body: {
      principal: { kind, id, ...(email !== undefined && { email }), ...(name !== undefined && { name }) },
      via,
      organization: organization && { id: organization.id, role: organization.role },
      stores: stores === 'all' ? 'all' : [...stores],
      permissions: [...permissions],
      degraded,
    },
  };
}
