import { Button } from '#/components/button.tsx';
import { CopyButton } from '#/components/copy-button.tsx';
import { useT } from '#/features/i18n/use-t.ts';

/** The only time a key's value is on a page. */
export function CreatedKey({ value, done }: { value: string; done: () => void }) {
  const t = useT();
  return (
    <section className="panel p-(--pad)" aria-labelledby="created-key">
      <h2 id="created-key" className="text-md font-medium text-ink">
        {t('Copy your key now')}
      </h2>
      <p className="max-w-[60ch] pb-3 text-ink-2">
        {t(
          'It is shown this once and kept nowhere. Whoever has it can do what you chose, so keep it where your program keeps its secrets.',
        )}
      </p>
      <output className="snippet">
        <code>{value}</code>
        <CopyButton text={value} label={t('Copy API key')} />
      </output>
      <Button className="mt-3" onClick={done}>
        {t('I have it')}
      </Button>
    </section>
  );
}
