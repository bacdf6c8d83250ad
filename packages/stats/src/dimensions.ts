/**
 * What figures can be told by. Values are strings; `''` means not known. Most are fixed at session start; orders have
 * those of the session that led to them. The others:
 * - `exit_page`: of the session's last event.
 * - `page`, `event`, `product`, `collection`: a session or order has several. As rows they tell page views, events, and
 *   item events and order lines of each value; as filters they choose the sessions that saw the page, had an event of that
 *   name or looked at the product, and the orders they led to or that contain the product.
 * - `collection`: that of a product, by the latest word of whoever named one for it.
 * - `hour` (`0`–`23`) and `weekday` (`1`, Monday, to `7`): when each thing happened by the store's clock. As filters they
 *   narrow the range.
 * - `customer`: whether an order is its customer's first ever, `new`, or not, `returning`; '' where the shop does not say
 *   who ordered. As a filter it chooses those orders and the sessions that led to one.
 */
export const DIMENSIONS = [
  'channel',
  'source',
  'medium',
  'campaign',
  'term',
  'content',
  'landing_page',
  'exit_page',
  'page',
  'event',
  'product',
  'collection',
  'country',
  'region',
  'city',
  'device',
  'browser',
  'system',
  'hour',
  'weekday',
  'customer',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
