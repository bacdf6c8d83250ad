const MAX_LENGTH = 500;

/** The page that a URL shows: its path, without query and trailing slash. `/` where the URL cannot be read. */
export function pageOf(url: string): string {
  if (!URL.canParse(url)) return '/';
  const path = new URL(url).pathname;
  const page = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  return page.slice(0, MAX_LENGTH);
}
