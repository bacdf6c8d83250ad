import { createServerFn } from '@tanstack/react-start';
import { healthForOperators } from './health-page.server.ts';

/** How everything is doing, for administrators. */
export const loadHealth = createServerFn({ method: 'GET' }).handler(() => healthForOperators());
