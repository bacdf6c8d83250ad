/**
 * Calls `shown` whenever a person sees a page: on load, when a script changes the path, on the way back and forth, and
 * when the browser restores a page it kept. A page loaded ahead of time counts when it is shown. `shown` must not throw:
 * `pushState` is called by the shop's own scripts.
 */
export function watchPages(shown: () => void): void {
  let path: string | undefined;
  const look = (event?: { readonly persisted?: boolean }) => {
    if (path !== location.pathname || event?.persisted) {
      path = location.pathname;
      shown();
    }
  };

  for (const change of ['pushState', 'replaceState'] as const) {
    const original = history[change];
    history[change] = function (...state) {
      original.apply(this, state);
      look();
    };
  }
  addEventListener('popstate', look as () => void);
  addEventListener('pageshow', look);
  look();
}
