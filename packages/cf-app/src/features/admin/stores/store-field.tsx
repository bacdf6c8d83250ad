import { type ComponentProps, useId } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import type { Phrase } from '#/features/i18n/translate.ts';
import { FIELD_WORDS } from './store-words.ts';

interface StoreFieldProps extends Pick<
  ComponentProps<'input'>,
  'defaultValue' | 'placeholder' | 'list' | 'required' | 'maxLength'
> {
  name: string;
  label: string;
  /** What it is good for. */
  note?: Phrase;
  /** Names of fields that cannot be like this. */
  wrong: readonly string[];
  /** Several, one a line. */
  lines?: boolean;
}

/** A field of a store with what it is for, and what it has to be where it is not. */
export function StoreField({ name, label, note, wrong, lines, list, ...rest }: StoreFieldProps) {
  const t = useT();
  const isWrong = wrong.includes(name);
  const words = FIELD_WORDS[name];
  const field = useId();
  const described = useId();
  const shared = {
    ...rest,
    id: field,
    name,
    autoComplete: 'off',
    spellCheck: false,
    'aria-invalid': isWrong || undefined,
    'aria-describedby': described,
  } as const;
  return (
    <div className="grid max-w-110 gap-1.5">
      <label htmlFor={field} className="font-medium text-ink">
        {label}
      </label>
      {lines ? <LinesInput {...shared} /> : <input {...shared} list={list} className="field" />}
      <p id={described} className={isWrong ? 'text-warn' : 'text-ink-3'}>
        {isWrong && words !== undefined ? t(words) : note === undefined ? null : t(note)}
      </p>
    </div>
  );
}

function LinesInput(props: ComponentProps<'textarea'>) {
  return <textarea {...props} rows={3} className="field h-auto py-1.5 font-mono text-sm" />;
}

/** What was typed into a field with several lines: what is between spaces, commas or line ends. */
export function linesOf(form: FormData, name: string): string[] {
  return String(form.get(name) ?? '')
    .split(/[\s,]+/)
    .filter(Boolean);
}
