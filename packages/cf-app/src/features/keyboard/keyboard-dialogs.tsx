import { useEffect, useRef } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { Palette } from './palette.tsx';
import { Shortcuts } from './shortcuts.tsx';

interface KeyboardDialogsProps {
  opened: 'palette' | 'shortcuts';
  close: () => void;
}

/** Over the page, and the only thing that takes keys until it is closed. */
export function KeyboardDialogs({ opened, close }: KeyboardDialogsProps) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    // A click on what is around it closes it, as Escape does.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className="palette"
      aria-label={opened === 'palette' ? t('Go to, choose, do') : t('Shortcuts')}
      onClose={close}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      {opened === 'palette' ? (
        <Palette close={() => dialog.current?.close()} />
      ) : (
        <Shortcuts close={() => dialog.current?.close()} />
      )}
    </dialog>
  );
}
