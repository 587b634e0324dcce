import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useSending } from '../../../renderer/parts/use-sending.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';

test('one is sent at a time, why it was refused is kept, and the next one that is taken clears it', async () => {
  const { result } = renderHook(useSending);
  let answer: (reply: Reply<string>) => void = () => {};
  let asked = 0;
  const ask = () => {
    asked += 1;
    return new Promise<Reply<string>>((resolve) => {
      answer = resolve;
    });
  };
  let first: Promise<string | undefined> = Promise.resolve(undefined);
  act(() => {
    first = result.current.send(ask);
  });
  expect(result.current.sending).toBe(true);
  expect(await result.current.send(ask)).toBeUndefined();
  expect(asked).toBe(1);
  await act(async () => {
    answer(refuse('DENIAL_UNKNOWN'));
    expect(await first).toBeUndefined();
  });
  expect(result.current).toMatchObject({ sending: false, refusal: { code: 'DENIAL_UNKNOWN' } });
  await act(async () => {
    expect(await result.current.send(() => Promise.resolve(accept('done')))).toBe('done');
  });
  expect(result.current).toMatchObject({ sending: false, refusal: null });
});
