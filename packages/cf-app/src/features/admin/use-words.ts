import { msg, type Phrase } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import type { Words } from './confirm/outcome.ts';

/** Why a change of people and organizations does not happen, and what to do. */
const REFUSALS: Readonly<Record<string, Phrase>> = {
  membership_unknown: msg('They are not a member any more. Load the page again.'),
  invitation_unknown: msg('There is no such invitation any more. Load the page again.'),
  organization_unknown: msg('There is no such organization any more.'),
  session_unknown: msg('There is no such session any more. Load the page again.'),
  stores_unknown: msg('There is no such store any more. Load the page again.'),
  domain_unknown: msg('There is no such domain any more. Load the page again.'),
  not_confirmed: msg('That is not the name of the organization. Nothing was deleted.'),
  organization_internal: msg('Its members are the operators of this service, so it stays.'),
  free_mail: msg('Anybody can have an address under that domain, so no organization can claim it.'),
  domain_taken: msg('Another organization has claimed that domain.'),
};

/** The same in the reader’s language. */
export function useWords(): Words {
  const t = useT();
  return (code) => {
    const phrase = REFUSALS[code];
    return phrase === undefined ? undefined : t(phrase);
  };
}
