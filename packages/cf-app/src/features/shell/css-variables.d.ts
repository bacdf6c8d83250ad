import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Of a store's tile, 0–359. */
    '--hue'?: number;
    /** How many characters a large figure has: it shrinks before it would be cut. */
    '--characters'?: number;
  }
}
