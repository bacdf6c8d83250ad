import { type ComponentType, useEffect, useState } from 'react';
import { isTaken } from './is-taken.ts';

type Opened = 'palette' | 'shortcuts';

/** Listens on every page for the keys that open the palette and the list of shortcuts, which are loaded with the first of them. */
export function Keyboard() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [Dialogs, setDialogs] = useState<ComponentType<{ opened: Opened; close: () => void }> | null>(null);

  useEffect(() => {
    async function onKey(event: KeyboardEvent) {
      const wanted = wantedBy(event);
      if (wanted === null) return;
      event.preventDefault();
      const { KeyboardDialogs } = await import('./keyboard-dialogs.tsx');
      setDialogs(() => KeyboardDialogs);
      setOpened(wanted);
    }
    const listen = (event: KeyboardEvent) => void onKey(event).catch(() => undefined);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);

  return Dialogs && opened ? <Dialogs opened={opened} close={() => setOpened(null)} /> : null;
}

function wantedBy(event: KeyboardEvent): Opened | null {
  if ((event.metaKey || event.ctrlKey) && !event.shiftKey && event.key.toLowerCase() === 'k')
    return 'palette';
  return event.key === '?' && !isTaken(event) ? 'shortcuts' : null;
}
