import type { AuthContext } from '@layerkick/auth/auth-context';
import type { AnswerOf, InputOf, Operation } from '@layerkick/client/operation';
import type { Store } from '../../features/stores/store.schema.ts';
import type { Problem } from '../problem.ts';

/** What an operation is called with: parsed, allowed, and the store looked up where there is one. */
export interface Call<O extends Operation> {
  readonly input: InputOf<O>;
  readonly auth: AuthContext;
  readonly store: O extends { readonly store: string } ? Store : null;
  readonly env: Env;
  /** Epoch ms. */
  readonly now: number;
  /** The address that was asked. Without secrets; where relative links begin. */
  readonly url: string;
}

export type Outcome<O extends Operation> = OutcomeWith<AnswerOf<O>>;

export type OutcomeWith<Answer> = JsonOutcome<Answer> | StreamOutcome | ProblemOutcome;

export interface ProblemOutcome {
  readonly kind: 'problem';
  readonly problem: Problem;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface JsonOutcome<Answer> {
  readonly kind: 'json';
  readonly body: Answer;
  /** The body as it is sent, where it was written before. */
  readonly written?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What makes this answer differ from another one. Only where it can be asked for again: it becomes the ETag. */
  readonly validator?: unknown;
}

export interface StreamOutcome {
  readonly kind: 'stream';
  readonly mediaType: string;
  readonly fileName: string;
  readonly body: ReadableStream<Uint8Array>;
}

/** Its outcome is there at once where nothing has to be asked for it. */
export type Handler<O extends Operation> = (call: Call<O>) => Promise<Outcome<O>> | Outcome<O>;
