import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPages } from './pages.ts';

/** A browser as far as addresses go. */
function browser(path: string) {
  const target = new EventTarget();
  const location = { pathname: path };
  const change = (_state: unknown, _title: string, url: string) => {
    location.pathname = new URL(url, 'https://shop.example').pathname;
  };
  const history = { pushState: change, replaceState: change };
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', history);
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  return {
    history,
    /** The back button within a page: the browser changes the address, then says so. */
    back(to: string) {
      location.pathname = to;
      target.dispatchEvent(new Event('popstate'));
    },
    restore(persisted: boolean) {
      target.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
    },
  };
}

let shown: string[];
const look = () => void shown.push(location.pathname);

beforeEach(() => {
  shown = [];
});
afterEach(() => vi.unstubAllGlobals());

test('a page counts when it is loaded, once', () => {
  const { restore } = browser('/');
  watchPages(look);
  restore(false);
  expect(shown).toEqual(['/']);
});

test('a new path counts, whichever way it comes', () => {
  const { history, back } = browser('/');
  watchPages(look);
  history.pushState({}, '', '/a');
  history.replaceState({}, '', '/b');
  back('/a');
  expect(shown).toEqual(['/', '/a', '/b', '/a']);
});

test('another query or place in the same page is no new page', () => {
  const { history, back } = browser('/list');
  watchPages(look);
  history.pushState({}, '', '/list?sort=price');
  history.replaceState({}, '', '/list#reviews');
  back('/list');
  expect(shown).toEqual(['/list']);
});

test('a page that the browser kept counts again when it is restored', () => {
  const { restore } = browser('/');
  watchPages(look);
  restore(true);
  expect(shown).toEqual(['/', '/']);
});
