import { morph } from './morph.ts';

const REACHABLE = 'a[href], button, input, select, summary';

/**
 * Replaces what is in `root`. Whoever had the focus in it keeps it: on what has the same id, or else on the n-th thing that
 * can be reached within the same panel.
 */
export function replaceContent(root: HTMLElement, html: string): void {
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  const find = focused instanceof HTMLElement ? placeOf(root, focused) : null;
  const typed = focused instanceof HTMLInputElement ? focused : null;
  const template = document.createElement('template');
  template.innerHTML = html;
  morph(root, template.content);
  const next = find?.();
  next?.focus({ preventScroll: true });
  if (typed && next instanceof HTMLInputElement) {
    // More may have been typed since the question left.
    next.value = typed.value;
    if (next.type === 'search') next.setSelectionRange(typed.selectionStart, typed.selectionEnd);
  }
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
