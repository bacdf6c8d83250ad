import { html, raw } from 'hono/html';
import { z } from 'zod';
import type { JsonSchema } from './json-schema.ts';
import { SHARED_PARAMETERS } from './parameters.ts';

type Html = ReturnType<typeof html>;

/** Text in which `backticks` mean code. */
export function prose(text: string): Html {
  return html`${text.split('`').map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}

const parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  description: z.string().default(''),
  example: z.unknown().optional(),
});

export function parameterTable(parameters: readonly JsonSchema[]): Html | '' {
  if (parameters.length === 0) return '';
  const rows = parameters.map((it) => parameter.parse('$ref' in it ? SHARED_PARAMETERS.IdempotencyKey : it));
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">In</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, in: place, required, description, example }) =>
            html`<tr>
              <th scope="row"><code>${name}</code>${required ? ' (needed)' : ''}</th>
              <td>${place}</td>
              <td>
                ${prose(description)}
                ${typeof example === 'string' ? html`For example <code>${example}</code>.` : ''}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A schema to be unfolded; names of others lead to them. */
export function schemaBlock(schema: JsonSchema): Html {
  const text = html`${JSON.stringify(schema, null, 2)}`.toString();
  const linked = text.replaceAll(
    /#\/components\/schemas\/(\w+)/g,
    (reference, name: string) => `<a href="#schema-${name}">${reference}</a>`,
  );
  return html`<details>
    <summary>Schema</summary>
    <pre><code>${raw(linked)}</code></pre>
  </details>`;
}
