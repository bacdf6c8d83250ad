/** Shop platforms whose webhooks tell a store's orders. */
export const PLATFORMS = ['shopify', 'woocommerce'] as const;
export type Platform = (typeof PLATFORMS)[number];
