import type { ReactNode } from 'react';
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
}

/** A button for what can be undone; what goes wrong is said below it. */
export function ActionButton<Answer extends Outcome>(props: ActionButtonProps<Answer>) {
  const { children, label, look = 'plain', ask, done } = props;
  const { busy, problem, act } = useAction(useWords());
  return (
    <div className="grid justify-items-end gap-1">
      <Button look={look} disabled={busy} onClick={() => void act(ask, done)}>
        {children}
        {label === undefined ? null : <span className="sr-only">{label}</span>}
      </Button>
      <ProblemNote problem={problem} />
    </div>
  );
}
