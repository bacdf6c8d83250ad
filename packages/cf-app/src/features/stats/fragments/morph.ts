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
    const place = was === null ? null : (sameFrom(was, is) ?? was);
    if (place === null) {
      present.appendChild(is);
    } else {
      // It has moved up; what it overtook may come yet.
      if (place !== was) present.insertBefore(place, was);
      else was = place.nextSibling;
      if (!adapt(place, is)) place.replaceWith(is);
    }
    is = following;
  }
  while (was !== null) {
    const spare: ChildNode = was;
    was = was.nextSibling;
    spare.remove();
  }
}

/** The row that `is` is the newer state of, from `was` on; null where it is no row, or is new. */
function sameFrom(was: ChildNode, is: ChildNode): ChildNode | null {
  const row = rowOf(is);
  if (row === null) return null;
  let one: ChildNode | null = was;
  while (one !== null && rowOf(one) !== row) one = one.nextSibling;
  return one;
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
