import { Hono } from 'hono';
import { type Configuration, readConfiguration } from '../../env.server.ts';

const PATH = '/.well-known/oauth-protected-resource';

/** Where somebody gets a token for us: OAuth protected resource metadata (RFC 9728), of the API and of MCP. */
export const resourceMetadata = new Hono<{ Bindings: Env }>();

resourceMetadata.get(PATH, (c) => c.json(metadataOf('', readConfiguration(c.env))));
resourceMetadata.get(`${PATH}/mcp`, (c) => c.json(metadataOf('/mcp', readConfiguration(c.env))));

/** @param path of the resource at our origin */
export function metadataOf(
  path: '' | '/mcp',
  { APP_ORIGIN, WORKOS_AUTHKIT_DOMAIN }: Pick<Configuration, 'APP_ORIGIN' | 'WORKOS_AUTHKIT_DOMAIN'>,
) {
  return {
    resource: `${APP_ORIGIN}${path}`,
    // Without an AuthKit domain there are API keys only, and nothing to get a token from.
    ...(WORKOS_AUTHKIT_DOMAIN !== undefined && { authorization_servers: [WORKOS_AUTHKIT_DOMAIN] }),
    bearer_methods_supported: ['header'],
    resource_name: 'LayerKick',
    resource_documentation: `${APP_ORIGIN}/api/v1/docs`,
  };
}
