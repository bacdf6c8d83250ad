import { createFileRoute } from '@tanstack/react-router';
import { auditFile } from '#/features/admin/audit/audit-file.server.ts';
import { onlyGet } from '#/features/auth/auth-routes.server.ts';

export const Route = createFileRoute('/admin/audit.csv')({
  server: { handlers: { GET: () => auditFile(), ANY: onlyGet } },
});
