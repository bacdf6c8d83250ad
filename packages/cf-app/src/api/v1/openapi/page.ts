import type { Operation } from '@layerkick/client/operation';
import { OPERATIONS } from '@layerkick/client/operations';
import { html } from 'hono/html';
import type { OpenApiDocument } from './document.ts';
import { parametersOf } from './parameters.ts';
import { NamedSchemas } from './json-schema.ts';
import { parameterTable, prose, schemaBlock } from './page-parts.ts';
import { problemStatuses } from './responses.ts';

type Html = ReturnType<typeof html>;

/** The API for people: one page that loads nothing but its style sheet. */
export function docsPage(document: OpenApiDocument): Html {
  const operations: [string, Operation][] = Object.entries(OPERATIONS);
  const schemas = Object.entries(document.components.schemas);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${document.info.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/api/v1/docs.css" />
      </head>
      <body>
        <nav aria-label="Operations">
          <strong>${document.info.title}</strong>
          ${document.tags.map(({ name }) => group(name, operations))}
          <a href="#schemas">Schemas</a>
          <a href="/api/v1/openapi.json">openapi.json</a>
        </nav>
        <main>
          <h1>${document.info.title}</h1>
          <p>${document.info.description} Everything is below <code>${document.servers[0]?.url}</code>.</p>
          ${schemes(document)} ${operations.map(([id, operation]) => section(id, operation))}
          <section id="schemas">
            <h2>Schemas</h2>
            ${schemas.map(
              ([name, schema]) =>
                html`<h3 id="schema-${name}">${name}</h3>
                  ${schemaBlock(schema)}`,
            )}
          </section>
        </main>
      </body>
    </html>`;
}

function group(tag: string, operations: readonly [string, Operation][]): Html {
  const own = operations.filter(([, operation]) => operation.tag === tag);
  return html`<p>${tag}</p>
    <ul>
      ${own.map(
        ([id, { method, path }]) =>
          html`<li>
            <a href="#${id}"><b class="${method}">${method}</b> ${path}</a>
          </li>`,
      )}
    </ul>`;
}

function schemes({ components }: OpenApiDocument): Html {
  const { bearer, apiKey, session } = components.securitySchemes;
  return html`<h2>Credentials</h2>
    <p>One per request; one in a header counts before the cookie.</p>
    <ul>
      <li><code>Authorization: Bearer …</code> ${prose(bearer.description)}</li>
      <li><code>X-API-Key: …</code> ${prose(apiKey.description)}</li>
      <li>The cookie. ${prose(session.description)}</li>
    </ul>`;
}

function section(id: string, operation: Operation): Html {
  const schemas = new NamedSchemas();
  const { method, path, summary, description, permission, body, answer } = operation;
  return html`<section id="${id}">
    <h2><b class="${method}">${method}</b> <code>${path}</code></h2>
    <p class="summary">${summary}</p>
    ${description === undefined ? '' : html`<p>${prose(description)}</p>`}
    <p>
      Permission: ${permission === 'any' ? 'any credential' : html`<code>${permission}</code>`}. Problems:
      ${problemStatuses(operation).join(', ')}.
    </p>
    ${parameterTable(parametersOf(operation, schemas))}
    ${
      body === undefined
        ? ''
        : html`<h3>Body</h3>
            ${schemaBlock(schemas.convert(body))}`
    }
    <h3>Answer ${answer.status}</h3>
    ${answer.kind === 'json' ? schemaBlock(schemas.convert(answer.schema)) : answer.mediaTypes.join(', ')}
    <pre><code>${exampleOf(operation)}</code></pre>
  </section>`;
}

/** Names in braces are for the reader to fill in. */
function exampleOf({ method, path, body }: Operation): string {
  const lines = [
    `curl -X ${method} "$ORIGIN/api/v1${path}"`,
    '-H "Authorization: Bearer $LAYERKICK_API_KEY"',
    ...(body === undefined ? [] : ["-H 'Content-Type: application/json'", '-d @body.json']),
  ];
  return lines.join(' \\\n  ');
}
