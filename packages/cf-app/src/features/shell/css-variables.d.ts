import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Of a store's tile, 0–359. */
    '--hue'?: number;
  }
}
