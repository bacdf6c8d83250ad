import { useEffect, useEffectEvent, useState } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { loadOwnRebuild } from './store-settings.functions.ts';

const ASK_AGAIN_MS = 1_000;

interface RebuildNoteProps {
  slug: string;
  /** 0 to 1. */
  rebuilding: number;
  over: () => Promise<void>;
}

/** How far the figures are with being worked out anew. */
export function RebuildNote({ slug, rebuilding, over }: RebuildNoteProps) {
  const t = useT();
  const [progress, setProgress] = useState(rebuilding);
  const onAnswer = useEffectEvent((done: number | null) => {
    if (done === null) void over();
    else setProgress(done);
    return done !== null;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const ask = async () => {
      // One that cannot be told is asked again.
      const answer = await loadOwnRebuild({ data: { slug } }).catch(() => null);
      if (left) return;
      if (answer?.ok === true && !onAnswer(answer.rebuilding)) return;
      timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
    };
    timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [slug]);
  return (
    <section className="panel gap-2 bg-warn-soft p-(--pad)" aria-label={t('Rebuild')}>
      <p className="text-ink">
        {t('The figures are being worked out anew: {percent} % done. Until then they are not complete.', {
          percent: Math.floor(progress * 100),
        })}
      </p>
      <progress value={progress} aria-label={t('Rebuild')} className="w-full accent-(--accent)" />
    </section>
  );
}
