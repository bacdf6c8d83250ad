/// <reference types="vite/client" />

/** Replaced at build time: true for `npm start`, `npm run dev` and tests, false for what is deployed. */
declare const LOCAL_BUILD: boolean;

/** The storefront script, built with the Worker: `packages/tracker/src/vite-plugin.ts`. */
declare module 'virtual:lk.js' {
  export const code: string;
  export const etag: string;
}
