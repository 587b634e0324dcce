import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { QUIET_MS } from '../../../renderer/parts/use-quiet-start.ts';
import { useShownLong } from '../../../renderer/shift/use-shown-long.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('a count may be closed once its difference was on the screen for a while (a hurried second Ctrl Enter closed the shift unseen)', () => {
  const { result, rerender } = renderHook(({ number }: { number: number | undefined }) => useShownLong(number), {
    initialProps: { number: undefined as number | undefined },
  });
  const after = (ms: number): boolean => {
    act(() => void vi.advanceTimersByTime(ms));
    return result.current;
  };
  expect(after(QUIET_MS)).toBe(false);
  rerender({ number: 1 });
  expect(after(QUIET_MS - 1)).toBe(false);
  expect(after(1)).toBe(true);
  rerender({ number: 2 });
  expect(result.current).toBe(false);
  expect(after(QUIET_MS)).toBe(true);
  rerender({ number: undefined });
  expect(result.current).toBe(false);
});

test('a count that stands when the screen comes may be closed at once', () => {
  const { result } = renderHook(() => useShownLong(3));
  expect(result.current).toBe(true);
});
