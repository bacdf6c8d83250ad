import { orderedWith } from './ordered-with.ts';

/** What is read of deliveries, and what helps to see why one cannot be read. Nothing that says who somebody is. */
const KEPT = new Set(
  `id admin_graphql_api_id order_id product_id variant_id line_item_id status financial_status test currency currency_code
  presentment_currency created_at processed_at updated_at cancelled_at date_created_gmt date_modified_gmt taxes_included
  total_tax total_tax_set total_discount total_discount_set original_total_duties_set shop_money amount amount_set tax_amount
  tax_amount_set customer customer_id shipping_address billing_address country_code billing shipping country line_items
  line_item refund_line_items shipping_lines fee_lines tax_lines discount_allocations order_adjustments refunds transactions
  quantity title gift_card price price_set discounted_price discounted_price_set rate kind subtotal subtotal_set total
  shipping_total cart_tax source_name created_via browser`.split(/\s+/),
);
/** A line's name is its product's; anybody else's is not kept. */
const NAMED_THINGS = new Set(['line_items', 'line_item']);

/**
 * A delivery without its personal parts: names, addresses, e-mails, phone numbers, notes. Of the user agent that an order
 * was placed with the browser's name stays, as `browser`.
 */
export function impersonal(content: unknown, inside = ''): unknown {
  if (Array.isArray(content)) return content.map((part) => impersonal(part, inside));
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(
    Object.entries({ ...content, ...browserOf(content) })
      .filter(([key]) => KEPT.has(key) || (key === 'name' && NAMED_THINGS.has(inside)))
      .map(([key, value]) => [key, impersonal(value, key)]),
  );
}

function browserOf(content: object): { readonly browser?: string } {
  if ('customer_user_agent' in content) return { browser: orderedWith(content.customer_user_agent) };
  if (!('client_details' in content)) return {};
  const { client_details: details } = content;
  const isKnown = typeof details === 'object' && details !== null && 'user_agent' in details;
  return { browser: orderedWith(isKnown ? details.user_agent : null) };
}
