const MAX_LENGTH = 500;

/** Shops have a few thousand addresses that matter; whatever more there is comes with ids that are never seen again. */
const MOST_KNOWN = 4000;
const known = new Map<string, string>();

/** The page that a URL shows: its path, without query and trailing slash. `/` where the URL cannot be read. */
export function pageOf(url: string): string {
  let page = known.get(url);
  if (page === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(url, (page = readPage(url)));
  }
  return page;
}

function readPage(url: string): string {
  if (!URL.canParse(url)) return '/';
  const path = new URL(url).pathname;
  const page = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  return page.slice(0, MAX_LENGTH);
}
