import { chooseLanguage } from './language.ts';
import { LANGUAGE_IDS, LANGUAGES } from './languages.ts';
import { useT } from './use-t.ts';

/** Each language in its own words, so that everybody finds theirs. */
export function LanguageChoice() {
  const t = useT();
  return (
    <fieldset aria-label={t('Language')} className="segments">
      {LANGUAGE_IDS.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={t.language === language}
          onClick={() => chooseLanguage(language)}
        >
          {LANGUAGES[language].name}
        </button>
      ))}
    </fieldset>
  );
}
