/**
 * Local builds can put the Worker's clock forward, so that tests see what happens after a minute or an hour without
 * waiting for it. Everything follows, libraries included: it is `Date.now` itself. Nothing of this is deployed.
 */
let aheadMs = 0;

if (LOCAL_BUILD) {
  const now = Date.now.bind(Date);
  Date.now = () => now() + aheadMs;
}

/** @param ms from now on, on top of what it is ahead already */
export function putClockForward(ms: number): void {
  aheadMs += ms;
}
