import { createServerFn } from '@tanstack/react-start';
import { signedInOperator } from './admin-session.server.ts';

/** Whether the person operates this service, with what the frame shows of them. */
export const currentOperator = createServerFn({ method: 'GET' }).handler(() => signedInOperator());
