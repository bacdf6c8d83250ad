/// <reference types="vite/client" />

/** Replaced at build time: true for `npm start`, `npm run dev` and tests, false for what is deployed. */
declare const LOCAL_BUILD: boolean;
