import type { FormEvent } from 'react';
import { Button } from '#/components/button.tsx';
import { Labelled } from '#/components/labelled.tsx';
import type { Outcome } from './confirm/outcome.ts';
import { ProblemNote } from './confirm/problem-note.tsx';
import { useAction } from './confirm/use-action.ts';
import { useWords } from './use-words.ts';

interface ChooseFormProps<Answer extends Outcome> {
  /** What is chosen for: "Give it a store". */
  label: string;
  /** As long as nothing is chosen: "Choose a store". */
  placeholder: string;
  choices: readonly { readonly value: string; readonly name: string }[];
  /** On the button. */
  action: string;
  ask: (chosen: string) => Promise<Answer>;
  done: () => unknown;
}

/** One of several, and a button that does something with it; nothing where there is nothing to choose from. */
export function ChooseForm<Answer extends Outcome>(props: ChooseFormProps<Answer>) {
  const { label, placeholder, choices, action, ask, done } = props;
  const { busy, problem, act } = useAction(useWords());
  if (choices.length === 0) return null;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = String(new FormData(event.currentTarget).get('chosen') ?? '');
    void act(() => ask(chosen), done);
  }

  return (
    <form onSubmit={submit} className="grid gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <Labelled label={label}>
          <select name="chosen" required defaultValue="" className="field w-60">
            <option value="" disabled>
              {placeholder}
            </option>
            {choices.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </Labelled>
        <Button type="submit" disabled={busy}>
          {action}
        </Button>
      </div>
      <ProblemNote problem={problem} />
    </form>
  );
}
