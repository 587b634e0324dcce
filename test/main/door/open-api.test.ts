import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { openApi } from '../../../main/door/open-api.ts';
import { REFUSAL_STATUS } from '../../../main/door/refusal-status.ts';
import { isConsoleOnly } from '../../../main/door/system-methods.ts';
import { takesRequestId } from '../../../main/door/with-request-id.ts';
import { contract } from '../../../shared/contract.ts';
import { METHOD_NAMES } from '../../../shared/method-names.ts';

interface Operation {
  readonly parameters?: readonly unknown[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
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
    for (const code of contract[name].refusals) expect(responses?.[REFUSAL_STATUS[code]]?.description).toContain(`${code}: `);
    expect(operation(name)?.parameters !== undefined).toBe(takesRequestId(name));
  });
});
