import type { Permission } from '@layerkick/auth/auth-context';
import type { z } from 'zod';

/**
 * One operation of the HTTP API as it is declared: everything but the work. The Worker's router, the OpenAPI document
 * and the client all come from this.
 */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/v1`; `{name}` stands for a field of `params`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly description?: string;
  readonly tag: 'Account' | 'Stores' | 'Figures' | 'Events' | 'Access';
  /** What the principal must hold; `any` for everybody who can say who they are. */
  readonly permission: Permission | 'any';
  /** Where the request names the store that it is about. The principal must see that store. */
  readonly store?: 'params.slug' | 'body.store';
  /** Whether something is different afterwards. A write knows `Idempotency-Key`, and is refused to other sites. */
  readonly write: boolean;
  /** A write that goes on while the identity provider is down, since what is told would otherwise be lost. */
  readonly evenDegraded?: true;
  /** Costs more than most, and has a lower limit of its own. */
  readonly costly?: true;
  /** Answers that will hardly change have an ETag, and `If-None-Match` asks whether they have. */
  readonly etag?: true;
  readonly params?: z.ZodObject;
  /** Values arrive as strings. */
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** 64 KiB where left out. */
  readonly maxBodyBytes?: number;
  readonly answer: JsonAnswer | StreamedAnswer;
}

interface JsonAnswer {
  readonly kind: 'json';
  readonly status: 200 | 202;
  readonly schema: z.ZodType;
}

/** Text that comes as it is made, in one of these media types. */
interface StreamedAnswer {
  readonly kind: 'stream';
  readonly status: 200;
  readonly mediaTypes: readonly string[];
}

type Field = 'params' | 'query' | 'body';
type Parts<O extends Operation> = Extract<
  { [F in Field]: O extends { readonly [K in F]: z.ZodType } ? F : never }[Field],
  keyof O
>;

/** What a caller gives: the parts that the operation declares. One in which nothing is needed can be left out. */
export type GivenTo<O extends Operation> = WithOptional<{
  readonly [F in Parts<O>]: O[F] extends z.ZodType ? DeepReadonly<z.input<O[F]>> : never;
}>;

type WithOptional<T> = {
  readonly [Key in keyof T as Record<never, never> extends T[Key] ? never : Key]: T[Key];
} & { readonly [Key in keyof T as Record<never, never> extends T[Key] ? Key : never]?: T[Key] };

/** What the operation gets once its input is parsed. */
export type InputOf<O extends Operation> = {
  readonly [F in Parts<O>]: O[F] extends z.ZodType ? z.output<O[F]> : never;
};

/** The JSON that an operation answers, before it is written down and after it is read. */
export type AnswerOf<O extends Operation> = O['answer'] extends { readonly schema: infer S extends z.ZodType }
  ? DeepReadonly<z.input<S>>
  : never;

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
