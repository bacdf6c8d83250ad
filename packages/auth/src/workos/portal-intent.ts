/** What can be set up for a customer in WorkOS's Admin Portal. */
export const PORTAL_INTENTS = ['sso', 'dsync', 'domain_verification', 'audit_logs'] as const;
export type PortalIntent = (typeof PORTAL_INTENTS)[number];
