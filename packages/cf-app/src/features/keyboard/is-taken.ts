/** Whether a key belongs to what has the focus: a field, a slider, a menu or a dialog that is open. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest('input, select, textarea, [contenteditable], [popover], dialog') != null;
}
