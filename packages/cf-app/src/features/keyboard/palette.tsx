import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { useAuth } from '#/features/auth/use-auth.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { matching } from '#/features/stores/find.ts';
import { commandsAt } from './commands.ts';

/** More are found by typing. */
const LISTED = 50;

/** Everything that can be gone to, chosen or done, found by a part of its name. */
export function Palette({ close }: { close: () => void }) {
  const t = useT();
  const router = useRouter();
  const auth = useAuth();
  const [words, setWords] = useState('');
  const [place, setPlace] = useState(0);
  const [commands] = useState(() => commandsAt(router, auth, t));
  const found = matching(commands, words).slice(0, LISTED);
  const chosen = Math.min(place, found.length - 1);

  function run(index: number) {
    const command = found[index];
    if (command === undefined) return;
    close();
    command.run();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way !== undefined && found.length > 0) {
      event.preventDefault();
      const next = (chosen + way + found.length) % found.length;
      setPlace(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(chosen);
    }
  }

  return (
    <>
      <input
        type="search"
        role="combobox"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- what a modal dialog asks for is where one goes on
        autoFocus
        aria-expanded
        aria-controls="palette-options"
        aria-activedescendant={found.length > 0 ? optionId(chosen) : undefined}
        aria-label={t('Go to, choose, do')}
        placeholder={t('Stores, periods, filters, settings …')}
        value={words}
        onChange={({ currentTarget }) => {
          setWords(currentTarget.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
      />
      {/* What the combobox opens has these roles; a select cannot be told which of its options is meant. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div id="palette-options" role="listbox" aria-label={t('Go to, choose, do')} tabIndex={-1}>
        {found.map(({ id, name, group }, index) => (
          // The field has the keyboard; a pointer chooses directly.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={id}
            id={optionId(index)}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="menu-item"
            onPointerMove={() => setPlace(index)}
            onClick={() => run(index)}
          >
            <span className="truncate">{name}</span>
            <span className="ms-auto text-xs text-ink-3">{group}</span>
          </div>
        ))}
      </div>
      {found.length === 0 ? (
        <p className="p-4 text-ink-3">{t('Nothing is called “{words}”.', { words })}</p>
      ) : null}
    </>
  );
}

function optionId(index: number): string {
  return `palette-option-${index}`;
}
