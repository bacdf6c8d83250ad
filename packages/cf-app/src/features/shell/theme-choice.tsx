import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { chooseTheme, type Theme } from './theme.ts';

const CHOICES = [
  { theme: 'system', label: 'System', Icon: Monitor },
  { theme: 'light', label: 'Light', Icon: Sun },
  { theme: 'dark', label: 'Dark', Icon: Moon },
] as const;

export function ThemeChoice({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  return (
    <fieldset aria-label="Theme" className="segments">
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
          {label}
        </button>
      ))}
    </fieldset>
  );
}
