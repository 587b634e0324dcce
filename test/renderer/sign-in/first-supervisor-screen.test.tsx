import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { FirstSupervisorScreen } from '../../../renderer/sign-in/first-supervisor-screen.tsx';
import { sessionEnded } from '../../../renderer/stores/session-actions.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, signedIn } from '../support/samples.ts';

const STATE = hubState({ mode: 'live', needsSupervisor: true, trainingUsers: [] });
const user = userEvent.setup();
let hub: FakeBridge;
let page: ReturnType<typeof render>;

beforeEach(() => {
  localStorage.clear();
  hub = new FakeBridge()
    .gives('session.createFirstSupervisor', { ...signedIn, user: 'okafor', role: 'supervisor' })
    .gives('session.state', hubState({ mode: 'live', trainingUsers: [] }))
    .gives('holds.ofDesk', { holds: [] });
  connect(hub, atOnce);
  page = render(<FirstSupervisorScreen state={STATE} />);
});
afterEach(() => {
  cleanup();
  sessionEnded('');
});

it('makes the first supervisor and signs them in', async () => {
  await user.type(screen.getByLabelText('Full name'), 'Ada Okafor');
  await user.type(screen.getByLabelText('User name'), 'Okafor');
  await user.type(screen.getByLabelText('PIN, 4 to 12 digits'), '84031');
  await user.type(screen.getByLabelText('The same PIN again'), '84031{Enter}');
  expect(hub.inputsOf('session.createFirstSupervisor')).toEqual([
    { requestId: expect.any(String), user: 'okafor', display: 'Ada Okafor', pin: '84031' },
  ]);
  expect(useSession.getState().session).toMatchObject({ user: 'okafor', role: 'supervisor' });
});

it('names everything that is missing and goes to the first of it', async () => {
  await user.type(screen.getByLabelText('The same PIN again'), '1{Enter}');
  expect(screen.getByText('Type your name as colleagues know it.')).toBeTruthy();
  expect(screen.getByText('A PIN has at least 4 digits.')).toBeTruthy();
  expect(screen.getByText('This is not the same PIN.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Full name'));
  expect(hub.asked).toEqual([]);
});

it('says on another computer where the first supervisor is made, and looks again when asked', async () => {
  page.rerender(<FirstSupervisorScreen state={{ ...STATE, atHub: false }} />);
  expect(screen.getByText(/at the computer on which Aisle runs/)).toBeTruthy();
  expect(screen.queryByLabelText('Full name')).toBeNull();
  await user.click(screen.getByRole('button', { name: /Look again/ }));
  expect(hub.inputsOf('session.state')).toHaveLength(1);
  // It did nothing that could be seen while there was still no user.
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^Looked at \d\d:\d\d:\d\d JFK: there is no user yet\.$/));
});
