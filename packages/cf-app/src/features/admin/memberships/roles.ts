/** What somebody can be in an organization, from least to most. What each may do: `credentials/permissions.ts`. */
export const ROLES = ['viewer', 'analyst', 'manager', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** What somebody can become by the domain of their address alone. */
export const AUTO_JOIN_ROLES = ['viewer', 'analyst', 'manager'] as const satisfies readonly Role[];
