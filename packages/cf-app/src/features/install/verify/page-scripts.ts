/** A script element as a page writes it; names of attributes in lower case, of several of one name the first. */
export interface PageScript {
  readonly attributes: ReadonlyMap<string, string>;
  /** What is between its tags. */
  readonly code: string;
}

export interface PageParts {
  readonly scripts: readonly PageScript[];
  /** Content security policies that the page gives itself. */
  readonly policies: readonly string[];
}

/**
 * Scripts and policies of a page, without what is commented out, read as a browser reads tags: once from its beginning to its end,
 * whatever it holds, and no further than to what never ends.
 */
export function partsOf(html: string): PageParts {
  const scripts: PageScript[] = [];
  const policies: string[] = [];
  const lower = html.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  let at = 0;
  for (;;) {
    at = lower.indexOf('<', at);
    if (at === -1) break;
    if (lower.startsWith('<!--', at)) {
      const end = lower.indexOf('-->', at + 4);
      if (end === -1) break;
      at = end + 3;
      continue;
    }
    const name = ['script', 'meta'].find((one) => isTag(lower, at, one));
    if (name === undefined) {
      at += 1;
      continue;
    }
    const tag = readTag(html, at + 1 + name.length);
    if (tag === null) break;
    at = tag.end;
    if (name === 'meta') {
      const isPolicy = tag.attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy';
      if (isPolicy) policies.push(tag.attributes.get('content') ?? '');
      continue;
    }
    const end = lower.indexOf('</script', at);
    scripts.push({ attributes: tag.attributes, code: html.slice(at, end === -1 ? undefined : end) });
    if (end === -1) break;
    at = end;
  }
  return { scripts, policies };
}

function isTag(lower: string, at: number, name: string): boolean {
  return lower.startsWith(name, at + 1) && /[\s/>]/.test(lower.charAt(at + 1 + name.length));
}

const SPACE = /[\s/]*/y;
const NAME = /[^\s/>=]+/y;
const EQUALS = /\s*=\s*/y;
const BARE = /[^\s>]*/y;

/** The attributes from a place within a tag on, and where it ends; null where it does not. */
function readTag(html: string, from: number): { attributes: Map<string, string>; end: number } | null {
  const attributes = new Map<string, string>();
  let at = from;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [text = ''] = pattern.exec(html) ?? [];
    at += text.length;
    return text;
  };
  while (at < html.length) {
    take(SPACE);
    if (html[at] === '>') return { attributes, end: at + 1 };
    // An equals sign in the place of a name is part of one.
    const name = (html[at] === '=' ? html[at++] : '') + take(NAME);
    let value = '';
    if (take(EQUALS) !== '') {
      const quote = html.charAt(at);
      if (quote === '"' || quote === "'") {
        const end = html.indexOf(quote, at + 1);
        if (end === -1) return null;
        value = html.slice(at + 1, end);
        at = end + 1;
      } else {
        value = take(BARE);
      }
    }
    if (!attributes.has(name.toLowerCase()))
      attributes.set(name.toLowerCase(), value.replaceAll('&amp;', '&').trim());
  }
  return null;
}
