import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useRowWindow } from '../../../renderer/board/use-row-window.ts';

it('draws the rows in view first after a jump, and with the next frame those around them that a quick scroll would else show empty', async () => {
  const scroller = { current: document.createElement('div') };
  const { result } = renderHook(() => useRowWindow({ scroller, count: 17_000, rowPx: 33, headPx: 31, initialTop: 0 }));
  const around = () => result.current.from - result.current.drawFrom + result.current.drawUntil - result.current.until;
  await waitFor(() => expect(around()).toBeGreaterThan(0));

  act(() => result.current.scrollTo(9_000, 'top'));
  expect(result.current.from).toBe(9_000);
  expect(around()).toBe(0);
  await waitFor(() => expect(around()).toBeGreaterThan(0));

  // Where rows are drawn already, those around them stay.
  const before = around();
  act(() => result.current.scrollTo(9_003, 'top'));
  expect(result.current.from).toBe(9_003);
  expect(around()).toBe(before);
});
