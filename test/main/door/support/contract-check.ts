import { z } from 'zod';
import { openApi } from '../../../../main/door/open-api.ts';

type Part = Record<string, unknown>;
interface Document {
  readonly paths: Record<string, { post: { responses: Record<string, { content: Record<string, { schema: Part }> }> } }>;
  readonly components: { readonly schemas: Record<string, Part> };
}

/** What a program that was made from the description of the calls would say of an answer. It knows the description alone, not the contract. */
export async function describedAnswers() {
  const { paths, components } = JSON.parse(JSON.stringify(await openApi())) as Document;
  const made = new Map<string, z.ZodType>();

  /** The named schemas stand elsewhere in the document than in a schema that stands alone. */
  const alone = (schema: Part) =>
    JSON.parse(JSON.stringify({ ...schema, $defs: components.schemas }).replaceAll('#/components/schemas/', '#/$defs/')) as Part;

  function schemaOf(method: string, status: number): z.ZodType | undefined {
    const name = `${method} ${status}`;
    const known = made.get(name);
    if (known) return known;
    const content = paths[`/v1/${method}`]?.post.responses[status]?.content;
    const schema = content?.[status === 200 ? 'application/json' : 'application/problem+json']?.schema;
    if (!schema) return undefined;
    const read = z.fromJSONSchema(alone(schema));
    made.set(name, read);
    return read;
  }

  /** What is wrong with an answer; undefined: nothing. */
  return (method: string, status: number, body: unknown): string | undefined => {
    const schema = schemaOf(method, status);
    if (!schema) return `${method} is not described with the status ${status}`;
    const issue = schema.safeParse(body).error?.issues[0];
    return issue && `${method} ${status}: ${issue.path.join('.')} ${issue.message}`;
  };
}
