import { createFileRoute } from '@tanstack/react-router';
import { exportForManagers } from '#/features/stores/your-data/export-file.server.ts';
import { onlyGet } from '#/features/auth/auth-routes.server.ts';

export const Route = createFileRoute('/settings/export/$slug')({
  server: { handlers: { GET: ({ params }) => exportForManagers(params.slug), ANY: onlyGet } },
});
