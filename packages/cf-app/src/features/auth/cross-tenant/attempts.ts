/** Whose things a request names: one's own, another tenant's, or things that are nowhere. */
export type Whose = 'own' | 'theirs' | 'nobodys';

/** Names of one kind of thing, as long as one another. A `$kind` in a sample request stands for one of them. */
export type Names = Readonly<Record<string, Readonly<Record<Whose, string>>>>;

/** A request in which some of what it names is not one's own. */
export interface Attempt {
  /** The fields that are not, `body.slug` or `params.slug, body.id`. */
  readonly fields: string;
  /** The names of others that stand in them. */
  readonly asked: readonly string[];
  readonly filled: (whose: Whose) => unknown;
}

/**
 * Fields that name nothing of a tenant, whatever a caller writes into them: words, figures, choices. A field that is not
 * here has to be a `$kind` in the sample requests, so that nobody adds one without a thought of whose it can name.
 */
const PLAIN = namesIn(`
  metrics range compare interval dimension dimensions filters orderBy limit offset bots asOf format steps
  search find kind panel withPanels embed sort page only topic
  v sent again mark events visitor entries days from platform secret address
  name text day value op cards password expiresAt embedHosts scopes timeZone currency domains
  role active intent requireSso autoJoinRole attempt email state
`);

function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}

const KIND = /^\$(\w+)$/;

/** Fields of a request of which nobody has said whose things they can name. @param declared those that its schema has */
export function undecided(part: string, sample: object, declared: readonly string[]): readonly string[] {
  const decided = (field: string) => PLAIN.has(field) || kindsIn(Reflect.get(sample, field)).size > 0;
  return declared.filter((field) => !decided(field)).map((field) => `${part}.${field}`);
}

/** Every way to name something of another tenant in a request: in each field that names anything, and in all at once. */
export function attemptsOf(sample: Readonly<Record<string, unknown>>, names: Names): readonly Attempt[] {
  const fields = Object.entries(sample).flatMap(([part, value]) =>
    Object.keys(value ?? {})
      .filter((field) => kindsIn(Reflect.get(Object(value), field)).size > 0)
      .map((field) => `${part}.${field}`),
  );
  const chosen =
    fields.length > 1 ? [...fields.map((field) => [field]), fields] : fields.map((field) => [field]);
  return chosen.map((foreign) => ({
    fields: foreign.join(', '),
    asked: foreign
      .flatMap((field) => [...kindsAt(sample, field)])
      .flatMap((kind) => [nameOf(kind, 'theirs', names), nameOf(kind, 'nobodys', names)]),
    filled: (whose) => filledIn(sample, names, (field) => (foreign.includes(field) ? whose : 'own')),
  }));
}

/** A sample with everything in it one's own. */
export function ownIn(sample: Readonly<Record<string, unknown>>, names: Names): unknown {
  return filledIn(sample, names, () => 'own');
}

function kindsAt(sample: Readonly<Record<string, unknown>>, field: string): ReadonlySet<string> {
  const [part = '', name = ''] = field.split('.');
  return kindsIn(Reflect.get(Object(sample[part]), name));
}

function nameOf(kind: string, whose: Whose, names: Names): string {
  const name = names[kind];
  if (name === undefined) throw new Error(`Nobody knows a ${kind}`);
  return name[whose];
}

function filledIn(
  sample: Readonly<Record<string, unknown>>,
  names: Names,
  whoseIn: (field: string) => Whose,
): unknown {
  const ofPart = (part: string, value: unknown) =>
    typeof value !== 'object' || value === null
      ? value
      : Object.fromEntries(
          Object.entries(value).map(([field, inner]) => [
            field,
            named(inner, names, whoseIn(`${part}.${field}`)),
          ]),
        );
  return Object.fromEntries(Object.entries(sample).map(([part, value]) => [part, ofPart(part, value)]));
}

function named(value: unknown, names: Names, whose: Whose): unknown {
  if (Array.isArray(value)) return value.map((each) => named(each, names, whose));
  const kind = typeof value === 'string' ? KIND.exec(value)?.[1] : undefined;
  return kind === undefined ? value : nameOf(kind, whose, names);
}

function kindsIn(value: unknown): ReadonlySet<string> {
  const texts = [value].flat().filter((each) => typeof each === 'string');
  return new Set(texts.flatMap((text) => KIND.exec(text)?.[1] ?? []));
}

/** Makes every attempt once with what is theirs and once with what is nowhere; those that were answered differently. */
export async function answeredDifferently(
  attempts: readonly Attempt[],
  send: (filled: unknown) => Promise<Response>,
): Promise<readonly object[]> {
  const different: object[] = [];
  for (const { fields, asked, filled } of attempts) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as somebody asks
    const theirs = await toldBy(await send(filled('theirs')), asked);
    // oxlint-disable-next-line no-await-in-loop -- the same
    const nobodys = await toldBy(await send(filled('nobodys')), asked);
    if (theirs !== nobodys) different.push({ fields, theirs, nobodys });
  }
  return different;
}

/** What an answer tells: all of it but for the request's own id, the time, and the names that were asked with. */
async function toldBy(response: Response, asked: readonly string[]): Promise<string> {
  const headers = [...response.headers].filter(([name]) => !PER_REQUEST.has(name));
  const id = response.headers.get('x-request-id') ?? '';
  const told = [response.status, JSON.stringify(headers), await response.text()].join('\n');
  return [...asked, ...asked.map(encodeURIComponent), id]
    .filter(Boolean)
    .reduce((rest, name) => rest.replaceAll(name, '…'), told)
    .replaceAll(PER_RENDER, '');
}

const PER_REQUEST: ReadonlySet<string> = new Set(['x-request-id', 'date']);
/** Drawn anew each time: a page's nonce and time, what is sealed, what proves that a sign-in ends where it began. */
const PER_RENDER =
  /nonce-[\w+/=-]+|nonce="[^"]*"|"csp-nonce" content="[^"]*"|\d{13}|Fe26\.2[\w*%.~-]+|code_challenge=[\w-]+|wos-flow\.[\w.-]+/g;
