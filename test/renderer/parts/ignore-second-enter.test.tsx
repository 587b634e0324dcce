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

  it('a press ends it: the Enter in the field that it opened did nothing', () => {
    ignoreSecondEnter();
    fireEvent.pointerDown(document.body);
    expect(reaches('Enter')).toBe(true);
  });

  it('Ctrl Enter is meant, and ends it', () => {
    ignoreSecondEnter();
    expect([reaches('Enter', { ctrlKey: true }), reaches('Enter')]).toEqual([true, true]);
  });
});

/** A dialog that a key closes. */
async function closeBy(key: string): Promise<void> {
  const shown = (isOpen: boolean) => (
    <Dialog isOpen={isOpen} title="Pay later" onClose={() => undefined}>
      {'until when'}
    </Dialog>
  );
  const { rerender } = render(shown(true));
  fireEvent.keyDown(screen.getByRole('dialog'), { key });
  rerender(shown(false));
  await act(async () => undefined);
}

it('the second Enter of a dialog pressed the button that opened it: after a time limit it took the money', async () => {
  await closeBy('Enter');
  expect(reaches('Enter')).toBe(false);
  vi.advanceTimersByTime(QUIET_MS);
  expect(reaches('Enter')).toBe(true);
});

it('the first Enter after a dialog that Esc closed did nothing: a backup was not asked about again', async () => {
  await closeBy('Escape');
  expect(reaches('Enter')).toBe(true);
});
