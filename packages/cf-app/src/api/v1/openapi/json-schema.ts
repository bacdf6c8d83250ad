import { FILTER_JSON_SCHEMA } from '@layerkick/client/schemas/filter';
import { z } from 'zod';

/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Schemas of the document that have a name of their own. */
export class NamedSchemas {
  readonly #byName = new Map<string, JsonSchema>([['Filter', FILTER_JSON_SCHEMA]]);

  /** What a schema takes, as JSON Schema. Parts of it that have an id are named and referred to. */
  convert(schema: z.ZodType): JsonSchema {
    const converted = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    const { $schema: _dialect, $defs, ...root } = referringToComponents(converted);
    for (const [name, named] of Object.entries(definitions.parse($defs ?? {}))) this.#name(name, named);
    const name = z.object({ id: z.string() }).safeParse(root);
    return name.success ? this.#name(name.data.id, root) : root;
  }

  all(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#byName].toSorted(([a], [b]) => a.localeCompare(b)));
  }

  #name(name: string, { id: _id, ...schema }: Record<string, unknown>): JsonSchema {
    this.#byName.set(name, schema);
    return { $ref: `#/components/schemas/${name}` };
  }
}

const anyRecord = z.record(z.string(), z.unknown());
const definitions = z.record(z.string(), anyRecord);

function referringToComponents(schema: object): Record<string, unknown> {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return anyRecord.parse(JSON.parse(text));
}
