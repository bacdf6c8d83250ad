/**
 * Calls `shown` whenever a person sees a page: on load, when a script changes the path, on the way back and forth, and
 * when the browser restores a page it kept. A page loaded ahead of time counts when it is shown.
 */
export function watchPages(shown: () => void): void {
  let path: string | undefined;
  const look = () => {
    if (path === location.pathname) return;
    path = location.pathname;
    try {
      shown();
    } catch {
      // `pushState` is called by the shop's own scripts, which have to go on.
    }
  };

  for (const change of ['pushState', 'replaceState'] as const) {
    const original = history[change];
    history[change] = function (...state) {
      original.apply(this, state);
      look();
    };
  }
  addEventListener('popstate', look);
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    path = undefined;
    look();
  });

  look();
}
