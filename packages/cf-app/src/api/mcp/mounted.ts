import { authenticateRequest } from '#/features/auth/authenticate-request.server.ts';
import { mcpRoute } from './route.ts';

/** MCP as the Worker serves it. */
export const mcp = mcpRoute({ authenticate: authenticateRequest, clock: Date.now });
