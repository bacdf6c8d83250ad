import { useT } from '#/features/i18n/use-t.ts';

interface TextChoiceProps {
  /** What the first text is. */
  label: string;
  texts: readonly string[];
  onChange: (texts: readonly string[]) => void;
}

/** Texts to look for, any of which is enough: a field for each, and an empty one at the end. */
export function TextChoice({ label, texts, onChange }: TextChoiceProps) {
  const t = useT();
  const fields = texts.at(-1) === '' ? texts : [...texts, ''];
  return fields.map((text, place) => (
    <input
      // A field is its place: what is typed into the last one becomes a text, and one that is emptied stays.
      key={place}
      className="field w-full"
      aria-label={place === 0 ? label : t('or this text')}
      placeholder={place === 0 ? label : t('or this text')}
      maxLength={500}
      value={text}
      onChange={({ currentTarget: { value } }) =>
        onChange(fields.map((one, at) => (at === place ? value : one)))
      }
    />
  ));
}
