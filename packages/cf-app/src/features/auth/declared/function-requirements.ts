import type { Permission } from '@layerkick/auth/auth-context';
import type { Degraded, Denial, SignInAgain } from '../person.ts';

type Answer<Fn> = Fn extends (...args: never[]) => Promise<infer A> ? A : never;

interface Asks<P extends string> {
  readonly permission: P;
}
interface OfPermission extends Asks<Permission | 'signed-in'> {
  readonly store?: string;
}
interface Write extends OfPermission {
  readonly write: true;
}
interface Dangerous extends OfPermission {
  readonly recentSignIn: true;
}
type NotKnown = Exclude<Denial, { code: 'forbidden' }>;

/** Only what a function's answer has words for: what the gate refuses with reaches the page as that answer. */
type RequirementOf<Fn> =
  | Asks<'anyone'>
  | (NotKnown extends Answer<Fn> ? Asks<'signed-in'> : never)
  | (Denial extends Answer<Fn> ? OfPermission : never)
  | (Denial | Degraded extends Answer<Fn> ? Write : never)
  | (Denial | Degraded | SignInAgain extends Answer<Fn> ? Dangerous : never);

/** What each function that a module exports takes. */
export type FunctionRequirements<Module> = {
  readonly [Name in keyof Module]: RequirementOf<Module[Name]>;
};
