import { type ReactNode, useState } from 'react';
import { Button, type ButtonLook } from '#/components/button.tsx';
import type { Outcome } from './confirm/outcome.ts';
import { ProblemNote } from './confirm/problem-note.tsx';
import { useAction } from './confirm/use-action.ts';
import { useWords } from './use-words.ts';

interface ActionButtonProps<Answer extends Outcome> {
  children: ReactNode;
  /** For screen readers, where the words on it do not say what it is about. */
  label?: string;
  look?: ButtonLook;
  ask: () => Promise<Answer>;
  done: (answer: Extract<Answer, { ok: true }>) => unknown;
  /** Said below it once it is done, where nothing else on the page shows that it was. */
  said?: string;
}

/** A button for what can be undone; what goes wrong is said below it. */
export function ActionButton<Answer extends Outcome>(props: ActionButtonProps<Answer>) {
  const { children, label, look = 'plain', ask, done, said } = props;
  const { busy, problem, act } = useAction(useWords());
  const [isDone, setDone] = useState(false);

  function press() {
    setDone(false);
    void act(ask, (answer) => {
      setDone(true);
      return done(answer);
    });
  }

  return (
    <div className="grid justify-items-end gap-1">
      <Button look={look} disabled={busy} onClick={press}>
        {children}
        {label === undefined ? null : <span className="sr-only">{label}</span>}
      </Button>
      {said === undefined ? null : (
        <output className="text-xs text-ink-3 empty:hidden">{isDone ? said : null}</output>
      )}
      <ProblemNote problem={problem} />
    </div>
  );
}
