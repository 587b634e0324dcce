import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useLeaveField } from '../../../renderer/frame/use-leave-field.ts';

afterEach(cleanup);

/** A screen with an action row that Esc leaves, and a field that may take the first Esc for itself. */
function Screen({ left, own }: { readonly left: () => void; readonly own?: (event: React.KeyboardEvent) => void }) {
  useLeaveField(true);
  return (
    <main>
      <div data-letters="actions">
        <button type="button" onKeyDown={({ key }) => key === 'Escape' && left()}>
          Pay
        </button>
      </div>
      <input aria-label="Amount" onKeyDown={own} />
    </main>
  );
}

function open(own?: (event: React.KeyboardEvent) => void) {
  const left = vi.fn();
  render(<Screen left={left} {...(own ? { own } : {})} />);
  const amount = screen.getByLabelText('Amount');
  amount.focus();
  return { left, esc: (more: KeyboardEventInit = {}) => fireEvent.keyDown(amount, { key: 'Escape', ...more }) };
}

test('Esc leaves a field for the action row', async () => {
  const { left, esc } = open();
  esc();
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Pay' })));
  expect(left).not.toHaveBeenCalled();
});

test('a second Esc that comes while the console is busy counts on the screen (it was lost, so an offer stayed open)', () => {
  const { left, esc } = open();
  esc();
  esc();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Pay' }));
  expect(left).toHaveBeenCalledTimes(1);
});

test('Esc that is held leaves the field and no more', () => {
  const { left, esc } = open();
  esc();
  esc({ repeat: true });
  expect(left).not.toHaveBeenCalled();
});

test('a field with an own use for the first Esc is not left by the second one at once', () => {
  const { left, esc } = open((event) => event.preventDefault());
  esc();
  esc();
  expect(document.activeElement).toBe(screen.getByLabelText('Amount'));
  expect(left).not.toHaveBeenCalled();
});
