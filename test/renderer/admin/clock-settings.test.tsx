import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ClockSettings } from '../../../renderer/admin/clock-settings.tsx';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { refreshState, sessionEnded } from '../../../renderer/stores/session-actions.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import type { ClockState } from '../../../shared/methods/clock.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, NOON, signedIn } from '../support/samples.ts';

const TRUE_TIME = NOON - 26 * HOUR_MS;

let hub: FakeBridge;
let clock: ClockState;
const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  clock = { standing: 'ahead', computer: TRUE_TIME };
  hub = new FakeBridge()
    .answers('session.state', () => {
      const now = clock.standing === 'agrees' ? clock.computer : NOON;
      return accept(hubState({ session: { ...signedIn, role: 'supervisor', locked: false, restored: false }, clock, now }));
    })
    .gives('holds.ofDesk', { holds: [] })
    .answers('clock.setRight', ({ shown }) => {
      clock = { standing: 'agrees', computer: shown };
      return accept({ now: shown, endedHolds: 2 });
    });
  connect(hub);
});
afterEach(() => {
  cleanup();
  sessionEnded('');
  vi.useRealTimers();
});

async function show() {
  await refreshState();
  render(<ClockSettings />);
  await act(async () => undefined);
}

it('shows both times, and sets the time right after saying what that does', async () => {
  await show();
  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  expect(rows).toEqual(['This storeSat 21 Nov 2026, 07:00 JFK', "The hub's computerFri 20 Nov 2026, 05:00 JFK"]);
  await user.click(screen.getByRole('button', { name: 'Set the time right' }));
  const dialog = screen.getByRole('alertdialog', { name: 'Is it Fri 20 Nov 2026, 05:00 JFK?' });
  expect(dialog.textContent).toMatch(/Every hold of every desk ends now/);
  // Enter alone must not do it: the focus is on the way out.
  expect(document.activeElement?.textContent).toContain('Leave the time as it is');
  await user.click(within(dialog).getByRole('button', { name: 'Set the time right' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(hub.inputsOf('clock.setRight')).toEqual([{ requestId: expect.any(String), shown: TRUE_TIME }]);
  expect(screen.getByText('Both go together. Small differences are made up for by themselves.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Set the time right' })).toBeNull();
});

it('says a refusal in the dialog, and sets nothing', async () => {
  hub.answers('clock.setRight', () => refuse('CLOCK_MOVED'));
  await show();
  await user.click(screen.getByRole('button', { name: 'Set the time right' }));
  await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Set the time right' }));
  expect(await screen.findByText(/has moved since its time was shown/)).toBeTruthy();
});

it('offers nothing to set where both agree', async () => {
  clock = { standing: 'agrees', computer: NOON };
  await show();
  expect(screen.queryByRole('button')).toBeNull();
});
