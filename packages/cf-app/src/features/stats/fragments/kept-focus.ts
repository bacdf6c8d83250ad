const REACHABLE = 'a[href], button, input, select, summary';

/**
 * Replaces what is in `root`. Whoever had the focus in it keeps it: on what has the same id, or else on the n-th thing that
 * can be reached within the same panel.
 */
export function replaceContent(root: HTMLElement, html: string): void {
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  const find = focused instanceof HTMLElement ? placeOf(root, focused) : null;
  const typed = focused instanceof HTMLInputElement ? focused : null;
  replaceChanged(root, html);
  const next = find?.();
  next?.focus({ preventScroll: true });
  if (typed && next instanceof HTMLInputElement) {
    // More may have been typed since the question left.
    next.value = typed.value;
    if (next.type === 'search') next.setSelectionRange(typed.selectionStart, typed.selectionEnd);
  }
}

/** What is the same stays as it is, with whatever is selected or scrolled in it. */
function replaceChanged(root: HTMLElement, html: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  const next = [...template.content.children];
  const present = [...root.children];
  if (next.length !== present.length) return root.replaceChildren(template.content);
  for (const [place, element] of present.entries()) {
    const newer = next[place];
    if (newer && !element.isEqualNode(newer)) replaceOne(element, newer);
  }
}

/** A panel stays the same element: browsers know how large it was while it is out of sight, and nothing in sight moves. */
function replaceOne(element: Element, newer: Element): void {
  const panel = element.getAttribute('data-panel');
  if (panel === null || panel !== newer.getAttribute('data-panel')) return element.replaceWith(newer);
  for (const name of element.getAttributeNames())
    if (!newer.hasAttribute(name)) element.removeAttribute(name);
  for (const { name, value } of newer.attributes) element.setAttribute(name, value);
  element.replaceChildren(...newer.childNodes);
}

function placeOf(root: HTMLElement, focused: HTMLElement): () => HTMLElement | null {
  const { id } = focused;
  if (id !== '') return () => root.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  const panel = focused.closest<HTMLElement>('[data-panel]')?.dataset['panel'];
  const within = () =>
    panel === undefined ? root : root.querySelector<HTMLElement>(`[data-panel="${CSS.escape(panel)}"]`);
  const index = [...(within()?.querySelectorAll(REACHABLE) ?? [])].indexOf(focused);
  return () => within()?.querySelectorAll<HTMLElement>(REACHABLE)[index] ?? null;
}
