import { start } from './start.ts';

// Whatever goes wrong here, the shop's page goes on.
try {
  // The visitor has said no.
  if (navigator.globalPrivacyControl) window.layerkick = () => {};
  else start((document.currentScript ?? document.querySelector('script[data-store]')) as HTMLScriptElement);
} catch {}
