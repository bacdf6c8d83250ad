/** What a look at a shop's page can find, the most important first. */
export const FINDING_CODES = [
  'installed',
  'missing',
  'wrong_store',
  'no_store',
  'wrong_address',
  'blocked_script',
  'blocked_sending',
  'held_for_consent',
  'waits_for_consent',
  'several',
  'password_page',
  'maybe_in_tag_manager',
  'maybe_in_pixel',
  'data_layer',
  'other_trackers',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export interface Finding {
  readonly code: FindingCode;
  /** A slug, a host, or names of a list of ours: never anything else that the page holds. */
  readonly detail?: string;
}
