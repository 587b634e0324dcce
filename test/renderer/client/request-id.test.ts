import { expect, it } from 'vitest';
import { newRequestId } from '../../../renderer/client/request-id.ts';
import { requestId } from '../../../shared/method.ts';

it('gives numbers that the hub takes, each once and in the order of time', () => {
  const ids = Array.from({ length: 1_000 }, newRequestId);
  expect(ids.every((id) => requestId.safeParse(id).success)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});
