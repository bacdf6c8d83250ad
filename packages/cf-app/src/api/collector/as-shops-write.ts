const MAX_URL = 2000;
const TEXTS = ['item_id', 'item_name', 'item_category', 'transaction_id'];

/**
 * An event as the contract has it where shops write it another way, as data layers allow: ids as numbers, quantities as
 * text, nothing as null or '', Universal Analytics' names of an item's fields, addresses longer than any that matter.
 * Whatever it is given, what it cannot mend stays as it is for the contract to refuse.
 */
export function asShopsWrite(event: unknown): unknown {
  if (!isRecord(event)) return event;
  const mended = withoutNothing(event);
  for (const field of ['url', 'referrer']) {
    if (typeof mended[field] === 'string') mended[field] = mended[field].slice(0, MAX_URL);
  }
  if (typeof mended['currency'] === 'string') mended['currency'] = mended['currency'].toUpperCase();
  if (Array.isArray(mended['items'])) mended['items'] = mended['items'].map(mendItem);
  return mended;
}

function mendItem(item: unknown): unknown {
  if (!isRecord(item)) return item;
  const { id, name, category, ...mended } = withoutNothing(item);
  mended['item_name'] ??= asText(name);
  mended['item_category'] ??= asText(category);
  // GA4 is content with either.
  mended['item_id'] ??= asText(id) ?? mended['item_name'];
  const { quantity } = mended;
  if (typeof quantity === 'string' && /^\d{1,7}(\.\d{1,6})?$/.test(quantity))
    mended['quantity'] = Number(quantity);
  return mended;
}

function withoutNothing(fields: Record<string, unknown>): Record<string, unknown> {
  const some = Object.entries(fields).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(
    some.map(([name, value]) => [name, TEXTS.includes(name) ? (asText(value) ?? value) : value]),
  );
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
