import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { App } from '../../renderer/app.tsx';
import { useBridge as connect } from '../../renderer/client/client.ts';
import { refreshState, sessionEnded } from '../../renderer/stores/session-actions.ts';
import { wireStores } from '../../renderer/stores/wire-stores.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { DEPARTURES } from './board/board-samples.ts';
import { atOnce } from './support/at-once.ts';
import { FakeBridge } from './support/fake-bridge.ts';
import { hubState, signedIn } from './support/samples.ts';

let stop = (): void => {};
afterEach(() => {
  cleanup();
  stop();
  sessionEnded('');
  vi.restoreAllMocks();
});

test('a page that is loaded while locked asks for nothing until the PIN, then shows the board (it went on saying that it is locked)', async () => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
  let locked = true;
  const hub = new FakeBridge()
    .answers('session.state', () => accept(hubState({ session: { ...signedIn, locked, restored: locked } })))
    .answers('session.signIn', () => {
      locked = false;
      return accept(signedIn);
    })
    .answers('flights.places', () => (locked ? refuse('SESSION_LOCKED') : accept({ places: [] })))
    .answers('flights.board', () => (locked ? refuse('SESSION_LOCKED') : accept({ flights: DEPARTURES })))
    .answers('holds.ofDesk', () => (locked ? refuse('SESSION_LOCKED') : accept({ holds: [] })));
  connect(hub, atOnce);
  stop = wireStores();
  render(<App />);
  await act(async () => refreshState());
  const pin = await screen.findByLabelText(/^PIN/);
  expect(new Set(hub.asked.map(({ method }) => method))).toEqual(new Set(['session.state']));
  await userEvent.type(pin, '1204{Enter}');
  expect(await screen.findByRole('grid', { name: /^Departures of JFK/ })).toBeTruthy();
  expect(screen.queryByText('This console is locked.')).toBeNull();
});
