import { createFileRoute } from '@tanstack/react-router';
import { exportForOperators } from '#/features/stores/your-data/export-file.server.ts';
import { onlyGet } from '#/features/auth/auth-routes.server.ts';

export const Route = createFileRoute('/admin/stores/$slug_/export')({
  server: { handlers: { GET: ({ params }) => exportForOperators(params.slug), ANY: onlyGet } },
});
