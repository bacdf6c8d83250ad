import { createServerFn } from '@tanstack/react-start';
import { tableSearch } from '../table/table-search.ts';
import { auditForOperators } from './audit-page.server.ts';

/** One page of the audit log, for administrators. */
export const loadAudit = createServerFn({ method: 'GET' })
  .validator(tableSearch)
  .handler(({ data }) => auditForOperators(data));
