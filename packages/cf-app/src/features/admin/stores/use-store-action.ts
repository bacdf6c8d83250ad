import { useState } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { useAction } from '../confirm/use-action.ts';
import { refusalWords } from './store-words.ts';
import type { Saved } from './stores.ts';

/** Why something was refused, in the reader's language. */
export function useRefusalWords() {
  const t = useT();
  return (code: string) => {
    const words = refusalWords(code);
    return words === undefined ? undefined : t(words);
  };
}

/** Asks for a change of a store from a form; `wrong` has the names of fields that cannot be like this. */
export function useStoreAction() {
  const { act, ...rest } = useAction(useRefusalWords());
  const [wrong, setWrong] = useState<readonly string[]>([]);

  function save(ask: () => Promise<Saved>, done: (slug: string) => unknown): Promise<void> {
    return act(
      async () => {
        const answer = await ask();
        setWrong('fields' in answer ? answer.fields : []);
        return answer;
      },
      ({ slug }) => done(slug),
    );
  }
  return { ...rest, wrong, save };
}
