import { createContext, useContext } from 'react';
import { english, type T } from './translate.ts';

/** English where nothing else is said. */
export const TranslationContext = createContext<T>(english);

/** Says English texts in the reader's language; the same in the server's page and in the browser. */
export function useT(): T {
  return useContext(TranslationContext);
}
