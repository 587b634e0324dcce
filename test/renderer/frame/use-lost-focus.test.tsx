import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useLostFocus } from '../../../renderer/frame/use-lost-focus.ts';

/** A screen whose button goes when it has done its step. */
function Screen({ neighbour, active = true }: { neighbour: boolean; active?: boolean }) {
  useLostFocus(active);
  const [there, setThere] = useState(true);
  return (
    <main>
      <h1>Sale</h1>
      <div>
        <ul>
          {there ? (
            <li>
              <button type="button" onClick={() => setThere(false)}>
                Take back
              </button>
            </li>
          ) : null}
          {neighbour ? (
            <li>
              <button type="button">Neighbour</button>
            </li>
          ) : null}
        </ul>
      </div>
      <p data-letters="actions">
        <button type="button">Confirm</button>
      </p>
    </main>
  );
}

afterEach(cleanup);

test.each([
  [true, 'Neighbour'],
  [false, 'Confirm'],
])('a step whose button is gone left the focus to the page: with a neighbour %s it goes to %s', async (neighbour, next) => {
  render(<Screen neighbour={neighbour} />);
  const button = screen.getByRole('button', { name: 'Take back' });
  act(() => button.focus());
  act(() => button.click());
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: next })));
});

test('what had the focus before this begins, as after unlocking, is missed too when it goes (the keyboard was dead after a night)', async () => {
  const { rerender } = render(<Screen neighbour active={false} />);
  const button = screen.getByRole('button', { name: 'Take back' });
  act(() => button.focus());
  rerender(<Screen neighbour />);
  act(() => button.click());
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Neighbour' })));
});

test('a press on an empty place moves no focus, because the agent reads', async () => {
  render(<Screen neighbour />);
  act(() => screen.getByRole('button', { name: 'Neighbour' }).focus());
  act(() => screen.getByRole('button', { name: 'Neighbour' }).blur());
  act(() => screen.getByRole('button', { name: 'Take back' }).click());
  await act(async () => undefined);
  expect(document.activeElement).toBe(document.body);
});
