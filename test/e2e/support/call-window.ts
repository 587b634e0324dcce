import type { Page } from '@playwright/test';
import type { GivenInput } from '../../../renderer/client/client.ts';
import type { MethodName, ReplyOf, WindowBridge } from '../../../shared/contract.ts';
import { type Json, parsed } from '../../../shared/json.ts';

/** Asks the hub through the bridge of the preload, as the console in the window does. */
export async function callWindow<Name extends MethodName>(page: Page, method: Name, input: GivenInput<Name>): Promise<ReplyOf<Name>> {
  const json = await page.evaluate(([name, given]) => (Reflect.get(globalThis, 'aisle') as WindowBridge).call(name, given as never), [
    method,
    input,
  ] as const);
  return parsed(json as Json<ReplyOf<Name>>);
}
