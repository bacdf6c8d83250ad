import { type ComponentProps, type ComponentType, useEffect, useRef, useState } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { Button, type ButtonLook } from './button.tsx';

interface MenuProps<Props> {
  id: string;
  button: Omit<ComponentProps<'button'>, 'type' | 'popoverTarget'> & { 'data-look'?: ButtonLook };
  /** Where there is more room on the other side. */
  side?: 'end';
  className: string;
  load: () => Promise<ComponentType<Props>>;
  /** What the content gets. */
  given: Props;
  /** Begins anew each time it is opened. */
  fresh?: boolean;
}

/**
 * A button and what it opens, whose content is loaded when somebody points at the button or opens it: menus are many, and
 * most are not opened on most days.
 */
export function Menu<Props extends object>(menu: MenuProps<Props>) {
  const { id, button, side, className, load, given, fresh = false } = menu;
  const t = useT();
  const [Content, setContent] = useState<ComponentType<Props> | 'failed' | null>(null);
  const [open, setOpen] = useState(false);
  const panel = useRef<HTMLDivElement>(null);

  function warm() {
    if (Content !== null && Content !== 'failed') return;
    load().then(
      (loaded) => setContent(() => loaded),
      () => setContent('failed'),
    );
  }

  function show(isOpen: boolean) {
    setOpen(isOpen);
    if (isOpen) warm();
  }

  // The browser opens it by itself, also before this runs.
  const showFirst = useRef(show);
  useEffect(() => {
    if (panel.current?.matches(':popover-open')) showFirst.current(true);
  }, []);

  return (
    <>
      <button type="button" {...button} popoverTarget={id} onPointerEnter={warm} onFocus={warm} />
      <div
        id={id}
        ref={panel}
        popover="auto"
        data-side={side}
        className={`floating ${className}`}
        onBeforeToggle={(event) => show(event.newState === 'open')}
      >
        {Content === 'failed' ? (
          <p role="alert" className="flex items-center justify-between gap-3 p-2.5">
            {t('This did not load.')}
            <Button onClick={warm}>{t('Retry')}</Button>
          </p>
        ) : Content !== null && (open || !fresh) ? (
          <Content {...given} />
        ) : open ? (
          <output className="block p-2.5 text-ink-3">{t('Loading…')}</output>
        ) : null}
      </div>
    </>
  );
}
