import { useEffect, useState } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { ConfirmByName } from '../confirm/confirm-by-name.tsx';
import { Section } from '../section.tsx';
import { loadRebuild, rebuildStore } from './stores.functions.ts';
import { useRefusalWords } from './use-store-action.ts';

const ASK_AGAIN_MS = 1_000;

interface StoreRebuildProps {
  slug: string;
  /** 0 to 1; null where there is none. */
  rebuilding: number | null;
  changed: () => Promise<void>;
}

/** Working out all figures anew, and how far that is. */
export function StoreRebuild({ slug, rebuilding, changed }: StoreRebuildProps) {
  const t = useT();
  const words = useRefusalWords();
  const progress = useProgress(slug, rebuilding, changed);
  return (
    <Section
      title={t('Rebuild')}
      about={t('Works out all figures anew from what the store was told: archive, log and order ledger.')}
    >
      {progress === null ? (
        <div>
          <ConfirmByName
            label={t('Rebuild…')}
            title={t('Rebuild the figures of {slug}', { slug })}
            name={slug}
            action={t('Rebuild')}
            words={words}
            ask={() => rebuildStore({ data: { slug } })}
            done={changed}
          >
            <p>
              {t(
                'Events and orders are taken in as usual. Until it is over, every answer says that it is not complete. It goes on by itself and needs no page to be open.',
              )}
            </p>
          </ConfirmByName>
        </div>
      ) : (
        <label className="grid max-w-110 gap-1.5">
          <span className="text-ink">{t('{percent} % done', { percent: Math.floor(progress * 100) })}</span>
          <progress value={progress} className="w-full accent-(--accent)" />
        </label>
      )}
    </Section>
  );
}

/** Asks how far it is as long as it goes on, and for the page once it is over. */
function useProgress(slug: string, rebuilding: number | null, changed: () => Promise<void>): number | null {
  const [progress, setProgress] = useState(rebuilding);
  useEffect(() => {
    if (rebuilding === null) return;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const ask = async () => {
      // One that cannot be told is asked again.
      const answer = await loadRebuild({ data: { slug } }).catch(() => null);
      if (isOver) return;
      if (answer?.ok === true && answer.rebuilding === null) return void changed();
      if (answer?.ok === true) setProgress(answer.rebuilding);
      timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
    };
    timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `changed` is another function in every render
  }, [slug, rebuilding]);
  return progress;
}
