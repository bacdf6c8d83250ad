/** Where LayerKick answers, and for which store. */
export interface Installation {
  /** `https://app.layerkick.com` */
  readonly origin: string;
  readonly slug: string;
}

/** What every page of a shop includes. */
export function scriptTag({ origin, slug }: Installation): string {
  return `<script defer data-store="${slug}" src="${origin}/lk.js"></script>`;
}

/** The same for Google Tag Manager, which drops attributes that it does not know from tags. */
export function tagManagerTag({ origin, slug }: Installation): string {
  return `<script>
  (function () {
    var script = document.createElement('script');
    script.src = '${origin}/lk.js';
    script.setAttribute('data-store', '${slug}');
    document.head.appendChild(script);
  })();
</script>`;
}

/** For a theme's \`functions.php\`: the tag on every page, and the purchase on WooCommerce's thank-you page. */
export function woocommercePhp(installation: Installation): string {
  return `add_action('wp_head', function () { ?>
  ${scriptTag(installation)}
<?php });

add_action('woocommerce_thankyou', function ($order_id) {
  $order = wc_get_order($order_id);
  if (!$order) return;
  $items = array_map(fn ($item) => [
    'item_id' => (string) $item->get_product_id(),
    'item_name' => $item->get_name(),
    'quantity' => $item->get_quantity(),
    'price' => wc_format_decimal($order->get_item_total($item, false, false), 6),
  ], array_values($order->get_items()));
  $purchase = [
    'transaction_id' => (string) $order->get_id(),
    'currency' => $order->get_currency(),
    'tax' => $order->get_total_tax(),
    'shipping' => $order->get_shipping_total(),
    'items' => $items,
  ]; ?>
  <script>
    window.layerkick ??= (...call) => void (layerkick.q ??= []).push(call);
    layerkick('purchase', <?php echo wp_json_encode($purchase, JSON_HEX_TAG); ?>);
  </script>
<?php });`;
}

/** For Shopify → Settings → Customer events: everything from the first page to the order, checkout included. */
export function shopifyPixel({ origin, slug }: Installation): string {
  return `const script = document.createElement('script');
script.src = '${origin}/lk.js';
script.dataset.store = '${slug}';
script.dataset.manual = '';
document.head.append(script);
window.layerkick ??= (...call) => void (layerkick.q ??= []).push(call);

const id = (value) => (value == null ? undefined : String(value).split('/').pop());
const item = (variant, quantity, discount = 0) => ({
  item_id: id(variant?.product?.id ?? variant?.id),
  item_name: variant?.product?.title,
  item_category: variant?.product?.type,
  price: variant?.price ? Math.max(variant.price.amount - discount, 0) : undefined,
  discount,
  quantity,
});
const cartLine = (line) => line && {
  currency: line.merchandise?.price?.currencyCode,
  value: line.cost?.totalAmount?.amount,
  items: [item(line.merchandise, line.quantity)],
};
const checkout = ({ checkout }) => ({
  currency: checkout.currencyCode,
  value: checkout.subtotalPrice?.amount,
  tax: checkout.totalTax?.amount,
  shipping: checkout.shippingLine?.price?.amount,
  transaction_id: id(checkout.order?.id),
  items: checkout.lineItems.map((line) => {
    const off = (line.discountAllocations ?? []).reduce((sum, { amount }) => sum + amount.amount, 0);
    return item({ ...line.variant, product: line.variant?.product ?? line }, line.quantity, off / line.quantity);
  }),
});
const events = {
  page_viewed: ['page_view', () => ({})],
  collection_viewed: ['view_item_list', ({ collection }) => ({ items: collection.productVariants.map((variant) => item(variant, 1)) })],
  search_submitted: ['search', () => ({})],
  product_viewed: ['view_item', ({ productVariant }) => ({ currency: productVariant.price?.currencyCode, items: [item(productVariant, 1)] })],
  product_added_to_cart: ['add_to_cart', ({ cartLine: line }) => cartLine(line)],
  product_removed_from_cart: ['remove_from_cart', ({ cartLine: line }) => cartLine(line)],
  cart_viewed: ['view_cart', ({ cart }) => ({ items: (cart?.lines ?? []).map((line) => item(line.merchandise, line.quantity)) })],
  checkout_started: ['begin_checkout', checkout],
  checkout_shipping_info_submitted: ['add_shipping_info', checkout],
  payment_info_submitted: ['add_payment_info', checkout],
  checkout_completed: ['purchase', checkout],
};
for (const [theirs, [name, fields]] of Object.entries(events)) {
  analytics.subscribe(theirs, ({ timestamp, context, data }) => {
    const { location, referrer } = context.document;
    layerkick(name, { at: Date.parse(timestamp), url: location.href, referrer, ...fields(data) });
  });
}`;
}
