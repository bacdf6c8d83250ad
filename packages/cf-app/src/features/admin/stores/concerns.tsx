import { useT } from '#/features/i18n/use-t.ts';
import type { StoreConcern } from '#/features/stores/look.ts';
import { CONCERN_WORDS } from './store-words.ts';

/** What is not as it should be, in a word each. */
export function Concerns({ concerns }: { concerns: readonly StoreConcern[] }) {
  const t = useT();
  if (concerns.length === 0) return <span data-state="up">{t('Fine')}</span>;
  return (
    <ul>
      {concerns.map((concern) => (
        <li
          key={concern}
          data-state={concern === 'rebuilding' ? 'busy' : 'down'}
          title={t(CONCERN_WORDS[concern].meaning)}
        >
          {t(CONCERN_WORDS[concern].name)}
        </li>
      ))}
    </ul>
  );
}
