import type { AuthContext } from '@layerkick/auth/auth-context';
import { type Requirement, type Unmet, unmetBy } from '@layerkick/auth/requirement';
import { requestId } from '#/lib/request-context.server.ts';
import { FUNCTIONS } from './declared/functions.ts';
import { forbiddenTo, requireSession } from './guard.server.ts';
import { pageOfRequest } from './page-of-request.server.ts';
import type { Degraded, Denial, SignInAgain } from './person.ts';
import { signInAgain } from './recent-sign-in.server.ts';

/** A server function as Start names it: its file, from the package's folder, and its export. */
export interface FunctionName {
  readonly filename: string;
  readonly name: string;
}

export type Refusal = Denial | Degraded | SignInAgain;

/** A server function that `declared/functions.ts` says nothing about: a mistake of ours, and not run. */
export class UndeclaredFunctionError extends Error {
  readonly code = 'function_undeclared';
}

/**
 * Why the person in this request may not call a server function with this input; null where they may. Every call passes
 * here before the function runs, from a browser and from a page that is rendered alike.
 *
 * @param input as it came, before the function's schema has seen it
 * @throws {UndeclaredFunctionError}
 */
export async function refusalOf(called: FunctionName, input: unknown): Promise<Refusal | null> {
  const requirement = requirementOf(called);
  if (requirement.permission === 'anyone') return null;
  const session = await requireSession();
  if (!session.ok) return session;
  const { auth } = session;
  const unmet = unmetBy(auth, requirement, slugIn(input, requirement.store), Date.now());
  return unmet === null ? null : inWords(unmet, auth);
}

const declared: Readonly<Record<string, Readonly<Record<string, Requirement>>>> = FUNCTIONS;

function requirementOf({ filename, name }: FunctionName): Requirement {
  const requirement = declared[filename.replace(/^src\//, '')]?.[name];
  if (requirement === undefined) throw new UndeclaredFunctionError(`${filename}: ${name}`);
  return requirement;
}

/** What is no text is not a store's name, and for the function's schema to refuse. */
function slugIn(input: unknown, field: string | undefined): string | null {
  if (field === undefined || typeof input !== 'object' || input === null) return null;
  const slug: unknown = Reflect.get(input, field);
  return typeof slug === 'string' ? slug : null;
}

function inWords(unmet: Unmet, auth: AuthContext): Refusal {
  switch (unmet) {
    case 'permission':
    case 'store':
      return forbiddenTo(auth);
    case 'degraded':
      return { ok: false, code: 'degraded', requestId: requestId() };
    case 'recent-sign-in':
      return signInAgain(pageOfRequest());
  }
}
