/** Why any change of the console may not happen, besides those of a feature's own. */
export type UsualRefusal =
  | 'degraded'
  /** It will not, whatever is tried; `detail` is its own code. */
  | 'workos_refused'
  | 'workos_unavailable'
  /** Somebody else than WorkOS keeps the accounts. */
  | 'not_workos'
  /** WorkOS has done it. Asking again writes it down. */
  | 'not_recorded'
  | 'unavailable';

export interface ChangeRefused<Code extends string = UsualRefusal> {
  readonly ok: false;
  readonly code: Code;
  readonly requestId: string;
  readonly detail?: string | null;
}
