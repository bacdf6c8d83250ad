import type { SyntheticEvent } from 'react';

/** For what leads elsewhere from within a menu: the document stays, so the menu has to be closed. */
export function closeFloating(event: SyntheticEvent<HTMLElement>): void {
  event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
}
