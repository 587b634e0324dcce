import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { ClockQuestion } from '../../../renderer/frame/clock-question.tsx';
import { Announcer } from '../../../renderer/parts/announcer.tsx';
import { refreshState, sessionEnded, sessionLocked } from '../../../renderer/stores/session-actions.ts';
import { wireStores } from '../../../renderer/stores/wire-stores.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import type { ClockState } from '../../../shared/methods/clock.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, NOON, signedIn } from '../support/samples.ts';

const LATER = NOON + 11 * DAY_MS;
const DOUBTFUL: ClockState = { standing: 'doubtful', computer: LATER };

let hub: FakeBridge;
let clock: ClockState;
let stop: () => void;
const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  clock = DOUBTFUL;
  hub = new FakeBridge()
    .answers('session.state', () => {
      const now = clock.standing === 'agrees' ? clock.computer : NOON;
      return accept(hubState({ session: { ...signedIn, locked: false, restored: false }, clock, now }));
    })
    .gives('holds.ofDesk', { holds: [] })
    .answers('clock.confirm', ({ shown }) => {
      clock = { standing: 'agrees', computer: shown };
      return accept({ now: shown });
    });
  connect(hub);
  stop = wireStores();
  await refreshState();
  render(
    <>
      <ClockQuestion />
      <Announcer />
    </>,
  );
  await act(async () => undefined);
});
afterEach(() => {
  stop();
  cleanup();
  sessionEnded('');
  vi.useRealTimers();
});

const dialog = () => screen.queryByRole('alertdialog', { name: 'Is this the right date and time?' });

it('shows what the clock of the computer shows, reads it aloud, and one key confirms it', async () => {
  expect(dialog()?.textContent).toContain('Wed 02 Dec 2026');
  expect(dialog()?.textContent).toContain('07:00 JFK 12:00 Z');
  expect(screen.getByText(/^Is it Wed 02 Dec 2026, 07:00 JFK\? Enter: yes\. Escape: no\./)).toBeTruthy();
  expect(document.activeElement?.textContent).toContain('Yes, it is right');
  await user.keyboard('{Enter}');
  expect(hub.inputsOf('clock.confirm')).toEqual([{ requestId: expect.any(String), shown: LATER }]);
  await waitFor(() => expect(dialog()).toBeNull());
  expect(screen.getByText('Date and time are confirmed. Selling goes on.')).toBeTruthy();
});

it('Esc puts the question off; a bar says that nothing is sold, and asks again', async () => {
  await user.keyboard('{Escape}');
  expect(dialog()).toBeNull();
  expect(hub.inputsOf('clock.confirm')).toEqual([]);
  expect(screen.getByRole('status').textContent).toMatch(/Nothing is sold or changed until somebody confirms date and time/);
  await user.click(screen.getByRole('button', { name: 'Show date and time' }));
  expect(dialog()).not.toBeNull();
});

it('a refusal is said, and the time that is shown then is the new one', async () => {
  hub.answers('clock.confirm', () => {
    clock = { standing: 'doubtful', computer: LATER + DAY_MS };
    return refuse('CLOCK_MOVED');
  });
  await user.keyboard('{Enter}');
  expect(await screen.findByText(/has moved since its time was shown/)).toBeTruthy();
  expect(dialog()?.textContent).toContain('Thu 03 Dec 2026');
});

it('goes away where somebody else has confirmed, and comes with the notice of a new doubt', async () => {
  const now = LATER + 1_000;
  act(() => hub.tell({ notice: true, type: 'hub.clock', now, clock: { standing: 'agrees', computer: now } }));
  expect(dialog()).toBeNull();
  act(() => hub.tell({ notice: true, type: 'hub.clock', now, clock: { standing: 'doubtful', computer: now + 3 * DAY_MS } }));
  expect(dialog()?.textContent).toContain('Sat 05 Dec 2026');
});

it('is not shown over a locked console: who confirms has signed in', () => {
  act(() => sessionLocked());
  expect(dialog()).toBeNull();
});
