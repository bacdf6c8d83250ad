import type { Operation } from '@layerkick/client/operation';
import { OPERATIONS } from '@layerkick/client/operations';
import { type JsonSchema, NamedSchemas } from './json-schema.ts';
import { parametersOf, SHARED_PARAMETERS } from './parameters.ts';
import { responsesOf, sharedResponses } from './responses.ts';

/** The API as an OpenAPI 3.1 document, made from the declarations that the router is made from. */
export function openApiDocument(origin: string) {
  const schemas = new NamedSchemas();
  const paths = pathsOf(OPERATIONS, schemas);
  const responses = sharedResponses(schemas);
  return {
    openapi: '3.1.0',
    info: {
      title: 'LayerKick API',
      version: '1',
      description: 'The figures of your stores, and events from your servers.',
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ bearer: [] }, { apiKey: [] }, { session: [] }],
    tags: TAGS,
    paths,
    components: {
      schemas: schemas.all(),
      responses,
      parameters: SHARED_PARAMETERS,
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}
export type OpenApiDocument = ReturnType<typeof openApiDocument>;

const TAGS: readonly { readonly name: Operation['tag']; readonly description: string }[] = [
  { name: 'Account', description: 'Who a credential belongs to, and what it may do.' },
  { name: 'Stores', description: 'The stores that may be seen.' },
  { name: 'Figures', description: 'What is measured in a store.' },
  { name: 'Events', description: 'Telling what happened.' },
  { name: 'Access', description: 'Who may see which store; for operators.' },
];

const SECURITY_SCHEMES = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, or an access token of a person or an application.',
  },
  apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'An API key.' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'wos-session',
    description: 'The session of a signed-in browser; writes from our own pages only.',
  },
} as const;

function pathsOf(operations: Readonly<Record<string, Operation>>, schemas: NamedSchemas): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const [operationId, operation] of Object.entries(operations)) {
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = {
      operationId,
      tags: [operation.tag],
      summary: operation.summary,
      description: descriptionOf(operation),
      parameters: parametersOf(operation, schemas),
      ...(operation.body && {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: schemas.convert(operation.body) } },
        },
      }),
      responses: responsesOf(operation, schemas),
      'x-permission': operation.permission,
    };
  }
  return paths;
}

function descriptionOf({ description, permission }: Operation): string {
  const needed = permission === 'any' ? 'Any credential will do.' : `Takes the permission \`${permission}\`.`;
  return description === undefined ? needed : `${description}\n\n${needed}`;
}
