import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Button, type ButtonLook } from '#/components/button.tsx';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import type { Outcome, Words } from './outcome.ts';
import { ProblemNote } from './problem-note.tsx';
import { useAction } from './use-action.ts';

interface ConfirmByNameProps<T extends Outcome> {
  /** On the button that asks: "Delete…". */
  label: string;
  /** Head of the dialog, and the button's name for screen readers: "Delete Oak & Lamp". */
  title: string;
  /** What it will do, and what stays as it is. */
  children: ReactNode;
  /** What has to be typed before anything happens. */
  name: string;
  /** On the button that does it: "Delete the store". */
  action: string;
  ask: () => Promise<T>;
  words?: Words;
  /** After it worked; the dialog closes then. */
  done: (answer: Extract<T, { ok: true }>) => unknown;
  look?: ButtonLook;
  disabled?: boolean;
}

/** A button for what is dangerous: it says what it will do, and asks for the name of what it does it to. */
export function ConfirmByName<T extends Outcome>(props: ConfirmByNameProps<T>) {
  const { label, title, children, name, action, ask, words, done, look = 'plain', disabled } = props;
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [typed, setTyped] = useState('');
  const { busy, problem, act, forget } = useAction(words);
  const same = typed.trim() === name.trim();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!same || busy) return;
    void act(ask, async (answer) => {
      dialog.current?.close();
      await done(answer);
    });
  }

  return (
    <>
      <Button
        look={look}
        disabled={disabled === true || busy}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {label}
        <span className="sr-only">{title}</span>
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={heading}
        className="dialog"
        onClose={() => {
          setTyped('');
          forget();
        }}
      >
        <form onSubmit={submit} className="grid gap-4">
          <h2 id={heading} className="text-lg font-strong break-words">
            {title}
          </h2>
          <div className="grid gap-2">{children}</div>
          <label className="grid gap-1.5">
            <span>
              {rich(t, 'Type {name} to go on', { name: <b className="break-all select-all">{name}</b> })}
            </span>
            <input
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- what a modal dialog asks for is where one goes on
              autoFocus
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              className="field"
            />
          </label>
          <ProblemNote problem={problem} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button look="quiet" disabled={busy} onClick={() => dialog.current?.close()}>
              {t('Cancel')}
            </Button>
            <Button type="submit" look="danger" disabled={!same || busy}>
              {action}
            </Button>
          </div>
        </form>
      </dialog>
    </>
  );
}
