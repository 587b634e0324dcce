import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { offerHubUndo, offerUndo, UndoBar } from '../../../renderer/parts/undo.tsx';
import { serverNow, setServerNow } from '../../../renderer/stores/clock-store.ts';
import { MINUTE_MS, SECOND_MS } from '../../../shared/instants.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_795_269_600_000 });
  setServerNow(Date.now());
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const shown = () => screen.queryByRole('button', { name: 'Undo' });
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test('an undo of the hub counts its seconds down, and is gone when they are over', async () => {
  render(<UndoBar />);
  act(() => offerHubUndo('sale 1', 'Sold', serverNow() + MINUTE_MS, () => {}));
  expect(screen.getByText('0:59')).toBeTruthy();
  await pass(50 * SECOND_MS);
  expect(screen.getByText('0:10')).toBeTruthy();
  await pass(10 * SECOND_MS);
  expect(shown()).toBeNull();
});

test('never again: "0:00 Undo" stayed on the screen when the clock of the hub was put forward', async () => {
  render(<UndoBar />);
  act(() => offerHubUndo('sale 1', 'Sold', serverNow() + MINUTE_MS, () => {}));
  setServerNow(Date.now() + 5 * MINUTE_MS);
  await pass(SECOND_MS);
  expect(shown()).toBeNull();
});

test('an undo of the screen is offered for 20 seconds', async () => {
  render(<UndoBar />);
  act(() => offerUndo('seats', '12A 12B cleared', () => {}));
  await pass(19 * SECOND_MS);
  expect(shown()).toBeTruthy();
  await pass(SECOND_MS);
  expect(shown()).toBeNull();
});
