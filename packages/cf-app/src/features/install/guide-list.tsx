import type { Installation } from '@layerkick/tracker/snippets';
import { useT } from '#/features/i18n/use-t.ts';
import { GUIDES } from './guides.ts';
import { SnippetBlock } from './snippet-block.tsx';

/** One guide per platform, of which one is open at a time. */
export function GuideList({ installation }: { installation: Installation }) {
  const t = useT();
  return (
    <section className="panel p-(--pad)" aria-labelledby="guides">
      <h2 id="guides" className="text-md font-medium text-ink">
        {t('Where it goes')}
      </h2>
      <div className="grid">
        {GUIDES.map(({ id, name, steps, code }) => (
          <details key={id} name="guide" className="border-t border-line py-2 first:border-t-0">
            <summary className="cursor-pointer py-1 font-medium text-ink">{t(name)}</summary>
            <ol className="grid max-w-[62ch] list-decimal gap-1.5 ps-5 pt-1 pb-3 text-ink-2">
              {steps.map((step) => (
                <li key={step}>{t(step)}</li>
              ))}
            </ol>
            <SnippetBlock
              code={code(installation)}
              label={t('Copy code for {platform}', { platform: t(name) })}
            />
          </details>
        ))}
      </div>
    </section>
  );
}
