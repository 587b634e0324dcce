import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useFrameAfter } from '../../../renderer/parts/use-frame-after.ts';

let frames: Map<number, () => void>;

beforeEach(() => {
  frames = new Map();
  let last = 0;
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    frames.set(++last, draw);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));
});
afterEach(() => vi.unstubAllGlobals());

const nextFrame = () =>
  act(() => {
    const due = [...frames.values()];
    frames.clear();
    for (const draw of due) draw();
  });

it('waits for the frame after a thing came, each time that it comes', () => {
  const { result, rerender } = renderHook(({ came }) => useFrameAfter(came), { initialProps: { came: false } });
  nextFrame();
  expect(result.current).toBe(false);
  for (let time = 0; time < 2; time++) {
    rerender({ came: true });
    expect(result.current).toBe(false);
    nextFrame();
    expect(result.current).toBe(true);
    rerender({ came: false });
    expect(result.current).toBe(false);
  }
});

it('forgets what went before its frame began', () => {
  const { result, rerender } = renderHook(({ came }) => useFrameAfter(came), { initialProps: { came: true } });
  rerender({ came: false });
  expect(frames.size).toBe(0);
  rerender({ came: true });
  expect(result.current).toBe(false);
});
