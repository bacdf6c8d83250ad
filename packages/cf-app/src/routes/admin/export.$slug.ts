import { createFileRoute } from '@tanstack/react-router';
import { exportForOperators } from '#/features/stores/your-data/export-file.server.ts';
import { onlyGet } from '#/features/auth/auth-routes.server.ts';

export const Route = createFileRoute('/admin/export/$slug')({
  server: { handlers: { GET: ({ params }) => exportForOperators(params.slug), ANY: onlyGet } },
});
