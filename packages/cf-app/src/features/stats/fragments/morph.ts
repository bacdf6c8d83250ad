/** What an element stands for: it never becomes another one's. */
const IDENTITY = ['id', 'data-panel', 'data-row'] as const;

/**
 * Makes what is in `present` say what `next` says. What stands for the same, or in the same place for nothing in particular, stays
 * in the document: browsers style and lay out again only what another figure stands in, and whatever is selected or scrolled
 * stays so. Takes `next` apart.
 */
export function morph(present: Node, next: Node): void {
  let was = present.firstChild;
  let is = next.firstChild;
  while (is !== null) {
    const following = is.nextSibling;
    const row = rowOf(is);
    // Where rows end, those that have not come again are gone.
    if (row === null) was = withoutRows(was);
    const place = row === null ? was : rowFrom(was, row);
    if (place === null) {
      // What a new row stands before may come yet.
      present.insertBefore(is, was);
    } else {
      // It has moved up; what it overtook may come yet, too.
      if (place !== was) present.insertBefore(place, was);
      else was = place.nextSibling;
      if (!adapt(place, is)) place.replaceWith(is);
    }
    is = following;
  }
  while (was !== null) was = without(was);
}

/** The row `row` from `was` on; null where it is new. */
function rowFrom(was: ChildNode | null, row: string): ChildNode | null {
  let one = was;
  while (one !== null && rowOf(one) !== row) one = one.nextSibling;
  return one;
}

function withoutRows(was: ChildNode | null): ChildNode | null {
  let one = was;
  while (one !== null && rowOf(one) !== null) one = without(one);
  return one;
}

/** Takes it away; what came after it. */
function without(spare: ChildNode): ChildNode | null {
  const following = spare.nextSibling;
  spare.remove();
  return following;
}

function rowOf(node: Node): string | null {
  return node instanceof Element ? node.getAttribute('data-row') : null;
}

/** False where one cannot become the other. */
function adapt(was: ChildNode, is: ChildNode): boolean {
  if (was instanceof Text && is instanceof Text) {
    if (was.data !== is.data) was.data = is.data;
    return true;
  }
  if (!(was instanceof Element) || !(is instanceof Element) || !isSameKind(was, is)) return false;
  adaptAttributes(was, is);
  morph(was, is);
  return true;
}

function isSameKind(was: Element, is: Element): boolean {
  if (was.nodeName !== is.nodeName) return false;
  if (IDENTITY.some((name) => was.getAttribute(name) !== is.getAttribute(name))) return false;
  // What was typed stands beside the attribute: only a field that is being typed in keeps it.
  return !(was instanceof HTMLInputElement) || was === document.activeElement;
}

function adaptAttributes(was: Element, is: Element): void {
  const names = is.getAttributeNames();
  for (const name of names) {
    const value = is.getAttribute(name) ?? '';
    if (was.getAttribute(name) !== value) was.setAttribute(name, value);
  }
  for (const name of was.getAttributeNames()) if (!names.includes(name)) was.removeAttribute(name);
}
