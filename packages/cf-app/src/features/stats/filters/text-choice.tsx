import { useT } from '#/features/i18n/use-t.ts';

interface TextChoiceProps {
  texts: readonly string[];
  onChange: (texts: readonly string[]) => void;
}

/** Texts to look for, any of which is enough: a field for each, and one more. */
export function TextChoice({ texts, onChange }: TextChoiceProps) {
  const t = useT();
  return [...texts, ''].map((text, place) => (
    <input
      // A field is its place: what is typed into the last one becomes a text.
      key={place}
      className="field w-full"
      aria-label={place === 0 ? t('Text in it') : t('or this text')}
      placeholder={place === 0 ? t('Text in it') : t('or this text')}
      maxLength={500}
      value={text}
      onChange={({ currentTarget: { value } }) =>
        onChange([...texts.slice(0, place), value, ...texts.slice(place + 1)].filter((one) => one !== ''))
      }
    />
  ));
}
