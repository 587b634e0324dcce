import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dialog } from '../../../renderer/parts/dialog.tsx';
import { ignoreSecondEnter } from '../../../renderer/parts/ignore-second-enter.ts';
import { QUIET_MS } from '../../../renderer/parts/use-quiet-start.ts';

/** Whether the key reaches what has the focus. */
const reaches = (key: string, more: KeyboardEventInit = {}): boolean => fireEvent.keyDown(document.body, { key, ...more });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.advanceTimersByTime(QUIET_MS);
  cleanup();
  vi.useRealTimers();
});

describe('after something has come by Enter', () => {
  it('the next Enter does nothing, until the moment is over', () => {
    ignoreSecondEnter();
    expect([reaches('Enter'), reaches('Enter')]).toEqual([false, false]);
    vi.advanceTimersByTime(QUIET_MS);
    expect(reaches('Enter')).toBe(true);
  });

  it.each([['a'], ['ArrowDown'], ['Tab'], [' ']])('the key %s ends it: who presses it has seen what has come', (key) => {
    ignoreSecondEnter();
    expect([reaches(key), reaches('Enter')]).toEqual([true, true]);
  });

  it('Ctrl Enter is meant, and ends it', () => {
    ignoreSecondEnter();
    expect([reaches('Enter', { ctrlKey: true }), reaches('Enter')]).toEqual([true, true]);
  });
});

it('the second Enter of a dialog pressed the button that opened it: after a time limit it took the money', async () => {
  const { rerender } = render(
    <Dialog isOpen title="Pay later" onClose={() => undefined}>
      {'until when'}
    </Dialog>,
  );
  expect(screen.getByRole('dialog')).toBeTruthy();
  rerender(
    <Dialog isOpen={false} title="Pay later" onClose={() => undefined}>
      {'until when'}
    </Dialog>,
  );
  await act(async () => undefined);
  expect(reaches('Enter')).toBe(false);
  vi.advanceTimersByTime(QUIET_MS);
  expect(reaches('Enter')).toBe(true);
});
