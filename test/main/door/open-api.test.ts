import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { openApi } from '../../../main/door/open-api.ts';
import { REFUSAL_STATUS } from '../../../main/door/refusal-status.ts';
import { isConsoleOnly } from '../../../main/door/system-methods.ts';
import { takesRequestId } from '../../../main/door/with-request-id.ts';
import { assert } from '../../../shared/assert.ts';
import { contract } from '../../../shared/contract.ts';
import { METHOD_NAMES } from '../../../shared/method-names.ts';

interface Told {
  readonly description: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content: Readonly<Record<string, { readonly schema: { readonly oneOf?: readonly unknown[]; readonly $ref?: string } }>>;
}
interface Operation {
  readonly parameters?: readonly unknown[];
  readonly responses: Readonly<Record<string, Told | { readonly $ref: string }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, { readonly post?: Operation; readonly get?: Operation }>>;
  readonly components: { readonly responses: Readonly<Record<string, Told>>; readonly headers: object; readonly schemas: object };
}

const document = JSON.parse(JSON.stringify(await openApi())) as Document & Record<string, unknown>;
const operation = (name: string): Operation | undefined => document.paths[`/v1/${name}`]?.post;

describe('the description of the calls', () => {
  it('is OpenAPI 3.1, and every reference in it leads somewhere', async () => {
    const validator = new Validator();
    const checked = await validator.validate(structuredClone(document));
    expect([checked.valid, checked.errors]).toEqual([true, undefined]);
    expect(validator.version).toBe('3.1');
    expect(JSON.stringify(validator.resolveRefs())).not.toContain('"$ref"');
  });

  it('has every method that a system may call, and no other', () => {
    const told = Object.keys(document.paths).filter((path) => path.startsWith('/v1/'));
    expect(told).toEqual(METHOD_NAMES.filter((name) => !isConsoleOnly(name)).map((name) => `/v1/${name}`));
  });

  it.each(METHOD_NAMES.filter((name) => !isConsoleOnly(name)))('%s has each of its refusals under its status', (name) => {
    const responses = operation(name)?.responses;
    for (const code of contract[name].refusals)
      expect(responses?.[REFUSAL_STATUS[code]]).toMatchObject({ description: expect.stringContaining(`${code}: `) });
    expect(operation(name)?.parameters !== undefined).toBe(takesRequestId(name));
  });
});

/** What a call, or a feed, may be answered with a status. */
const told = ({ responses }: Operation, status: number): Told => {
  const response = responses[status];
  assert(response, `${status} is not described`);
  return '$ref' in response ? (document.components.responses[response.$ref.split('/').at(-1) ?? ''] as Told) : response;
};
const HTTP_PROBLEM = { $ref: '#/components/schemas/HttpProblem' };

it.each(Object.entries(document.paths))('what HTTP does with a call, and when to come again, was not described: %s', (_, { post, get }) => {
  const of = post ?? get;
  assert(of, 'there is an operation');
  for (const status of [405, 408, 417, 426, 431])
    expect(told(of, status).content['application/problem+json']?.schema, String(status)).toEqual(HTTP_PROBLEM);
  for (const status of [400, 403]) {
    const { oneOf } = told(of, status).content['application/problem+json']?.schema ?? {};
    expect(oneOf, String(status)).toEqual([{ allOf: [{ $ref: '#/components/schemas/Problem' }, expect.anything()] }, HTTP_PROBLEM]);
  }
  const later = Object.keys(of.responses).filter((status) => told(of, Number(status)).headers?.['Retry-After']);
  expect(later).toEqual(Object.keys(of.responses).filter((status) => ['429', '503'].includes(status)));
});

it('a feed that is followed has lines that are no events, which programs took for broken ones', () => {
  const operation = document.paths['/feeds/journal']?.get;
  assert(operation, 'the feed is described');
  const { schema } = told(operation, 200).content['application/x-ndjson'] ?? {};
  expect(schema).toEqual({ oneOf: [{ $ref: '#/components/schemas/Event' }, { $ref: '#/components/schemas/Heartbeat' }] });
  expect(document.components.schemas).toMatchObject({ Heartbeat: { required: ['newest', 'at'], additionalProperties: false } });
});
