import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onNextFrame } from '../../../renderer/client/next-frame.ts';

describe('onNextFrame', () => {
  let frames: (() => void)[];
  let runs: number;
  const draw = () => {
    for (const frame of frames.splice(0)) frame();
  };
  const run = () => {
    runs += 1;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    frames = [];
    runs = 0;
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
    vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.splice(id - 1, 1));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('runs with the next frame, once', () => {
    onNextFrame(run);
    expect(runs).toBe(0);
    draw();
    vi.advanceTimersByTime(1_000);
    expect(runs).toBe(1);
  });

  it('runs without a frame too: a hidden page has none, and must hear of its holds', () => {
    onNextFrame(run);
    vi.advanceTimersByTime(99);
    expect(runs).toBe(0);
    vi.advanceTimersByTime(1);
    draw();
    expect(runs).toBe(1);
  });

  it('runs never once it is given up', () => {
    onNextFrame(run)();
    draw();
    vi.advanceTimersByTime(1_000);
    expect(runs).toBe(0);
  });
});
