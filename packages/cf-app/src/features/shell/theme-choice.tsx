import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { msg } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { chooseTheme } from './theme.ts';
import type { Theme } from './theme-names.ts';

const CHOICES = [
  { theme: 'system', label: msg('System'), Icon: Monitor },
  { theme: 'light', label: msg('Light'), Icon: Sun },
  { theme: 'dark', label: msg('Dark'), Icon: Moon },
] as const;

export function ThemeChoice({ initial }: { initial: Theme }) {
  const t = useT();
  const [theme, setTheme] = useState(initial);
  return (
    <fieldset aria-label={t('Theme')} className="segments">
      {CHOICES.map(({ theme: choice, label, Icon }) => (
        <button
          key={choice}
          type="button"
          aria-pressed={theme === choice}
          onClick={() => {
            chooseTheme(choice);
            setTheme(choice);
          }}
        >
          <Icon size={14} aria-hidden />
          {t(label)}
        </button>
      ))}
    </fieldset>
  );
}
