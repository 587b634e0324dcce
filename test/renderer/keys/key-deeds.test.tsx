import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { groupOf } from '../../../renderer/keys/key-deeds.ts';
import { useDeeds } from '../../../renderer/keys/use-keys.ts';
import { Button } from '../../../renderer/parts/button.tsx';

afterEach(cleanup);

function Part({ leave }: { leave: () => void }) {
  useDeeds('booking', { Esc: leave });
  return null;
}

function Around({ back, leave }: { back: () => void; leave: (() => void) | undefined }) {
  useDeeds('booking', { Esc: back });
  return leave ? <Part leave={leave} /> : null;
}

test.each([
  ['came later', true],
  ['was shown again with its screen, and Esc left the screen', false],
])('the keys of a part come before those around it, also where it %s', (_, later) => {
  const [back, leave] = [vi.fn(), vi.fn()];
  const { rerender } = render(<Around back={back} leave={later ? undefined : leave} />);
  rerender(<Around back={back} leave={leave} />);
  groupOf('Esc')?.deeds.Esc?.();
  expect([leave, back].map((deed) => deed.mock.calls.length)).toEqual([1, 0]);
  rerender(<Around back={back} leave={undefined} />);
  groupOf('Esc')?.deeds.Esc?.();
  expect(back).toHaveBeenCalledOnce();
});

test('Ctrl Enter that has nothing to do presses no button (pressed twice, it left the oversale screen)', async () => {
  const close = vi.fn();
  render(<Button onPress={close}>Close</Button>);
  render(<Part leave={() => {}} />);
  screen.getByRole('button', { name: 'Close' }).focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(close).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(close).toHaveBeenCalledOnce();
});
