/** Why a sign-in did not end with a session, as the page says it. */
export interface SignInProblem {
  readonly code: 'expired' | 'not_here' | 'not_accepted' | 'unavailable';
  /** Where the person wanted to go: "Try again" keeps it. */
  readonly returnTo: string;
  readonly requestId: string;
}

export const PROBLEM_STATUS: Readonly<Record<SignInProblem['code'], number>> = {
  expired: 400,
  not_here: 400,
  not_accepted: 403,
  unavailable: 503,
};
