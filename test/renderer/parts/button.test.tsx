import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from '../../../renderer/parts/button.tsx';

afterEach(cleanup);

describe('a button that waits', () => {
  it('keeps the focus, is not pressed, submits nothing, and is not read out by itself', async () => {
    const pressed = vi.fn();
    const submitted = vi.fn((event: React.FormEvent) => event.preventDefault());
    const shown = (isPending: boolean) => (
      <form onSubmit={submitted}>
        <Button type="submit" isPending={isPending} onPress={pressed}>
          Sign in
        </Button>
      </form>
    );
    const { rerender } = render(shown(false));
    const button = screen.getByRole('button', { name: 'Sign in' });
    await userEvent.click(button);
    rerender(shown(true));
    await userEvent.click(button);
    await userEvent.keyboard('{Enter}');
    expect([pressed.mock.calls.length, submitted.mock.calls.length]).toEqual([1, 1]);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(button);
    expect(document.querySelector('[data-live-announcer]')).toBeNull();
    rerender(shown(false));
    await userEvent.click(button);
    expect([pressed.mock.calls.length, submitted.mock.calls.length]).toEqual([2, 2]);
  });
});
