import { msg, type Phrase } from '#/features/i18n/translate.ts';
import type { StoreConcern } from '#/features/stores/look.ts';

export const CONCERN_WORDS: Readonly<
  Record<StoreConcern, { readonly name: Phrase; readonly meaning: Phrase }>
> = {
  unreachable: {
    name: msg('Does not answer'),
    meaning: msg(
      'Its object did not answer within three seconds. Look again in a moment; the log has store_object_unreachable with the reason.',
    ),
  },
  parked: {
    name: msg('Parked batches'),
    meaning: msg('Some batches could not be counted. They are kept; the log names each as batch_set_aside.'),
  },
  archive_late: {
    name: msg('Archive is late'),
    meaning: msg(
      'What came more than two hours ago is not in the archive. It is safe in the object; the log has archive.failed with the reason.',
    ),
  },
  backlog: {
    name: msg('Backlog'),
    meaning: msg('Batches come faster than they are counted. More objects for the store help.'),
  },
  old_schema: {
    name: msg('Old schema'),
    meaning: msg('Its database is older than this Worker. It is brought up to date when it is asked next.'),
  },
  rebuilding: {
    name: msg('Rebuilding'),
    meaning: msg('Figures are worked out anew. Until it is over, answers say that they are not complete.'),
  },
  time_zone_pending: {
    name: msg('Time zone pending'),
    meaning: msg('Figures are on the days of another time zone. A rebuild moves them.'),
  },
};

/** What an outcome of a change means for whoever asked. */
const REFUSED: Readonly<Record<string, Phrase>> = {
  store_unknown: msg('There is no such store any more.'),
  store_exists: msg('There is a store with this code already. Choose another one.'),
  store_being_deleted: msg(
    'A store with this code is being deleted. Wait until that is over, or choose another code.',
  ),
  organization_unknown: msg('There is no such organization any more. Load the page again.'),
  unreachable: msg('The store’s object does not answer. Nothing was changed. Try again in a moment.'),
  fields_wrong: msg('Some fields cannot be like this.'),
};

export function refusalWords(code: string): Phrase | undefined {
  return REFUSED[code];
}

/** What a field has to be, for the one that is not. */
export const FIELD_WORDS: Readonly<Record<string, Phrase>> = {
  slug: msg('2 to 40 of a–z, 0–9 and hyphens, beginning and ending with a letter or digit; “new” is taken.'),
  name: msg('1 to 80 characters.'),
  domains: msg('Host names such as shop.example.com, one a line, without https:// or a path.'),
  timeZone: msg('An IANA time zone such as Europe/Berlin.'),
  currency: msg('An ISO 4217 code such as EUR.'),
};
