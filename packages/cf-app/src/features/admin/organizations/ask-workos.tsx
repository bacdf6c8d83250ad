import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { ProblemNote } from '../confirm/problem-note.tsx';
import { useAction } from '../confirm/use-action.ts';
import { askWorkOS } from './organizations.functions.ts';

/** News come by webhook, and every five minutes without; who waits for something asks now. */
export function AskWorkOS({ changed }: { changed: () => Promise<void> }) {
  const t = useT();
  const { busy, problem, act } = useAction();
  const [missed, setMissed] = useState<number | null>(null);

  function ask() {
    // What was said before is no answer to this.
    setMissed(null);
    void act(
      () => askWorkOS(),
      async (news) => {
        setMissed(news.missed);
        await changed();
      },
    );
  }

  return (
    <div className="grid justify-items-end gap-1">
      <Button disabled={busy} onClick={ask}>
        <RefreshCw size={14} aria-hidden /> {t('Ask WorkOS for news')}
      </Button>
      <output className="text-xs text-ink-3 empty:hidden">
        {missed === null
          ? null
          : missed === 0
            ? t('Nothing new.')
            : t('{count} change|{count} changes', { count: missed })}
      </output>
      <ProblemNote problem={problem} />
    </div>
  );
}
