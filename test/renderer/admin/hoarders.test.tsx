import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsersPanel } from '../../../renderer/admin/users-panel.tsx';
import { useHoardingTold } from '../../../renderer/frame/use-hoarding-told.ts';
import { Toasts } from '../../../renderer/parts/toast.tsx';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole, RUIZ } from '../support/open-console.ts';
import { NOON } from '../support/samples.ts';

const ruiz = { user: 'ruiz', display: 'Ana Ruiz', role: 'agent' as const, active: true, lockedUntil: null, lockedAt: [] };
const HOARDER = { desk: 'T1-04', user: 'ruiz', inARow: 6, lastAt: NOON, forgivenAt: NOON + 60 * MINUTE_MS };
const FLAGGED = { notice: true, type: 'hoarding.flagged', desk: 'T1-04', user: 'ruiz', inARow: 5 } as const;

function Told() {
  useHoardingTold();
  return <Toasts />;
}

let hub: FakeBridge;
beforeEach(() => {
  hub = new FakeBridge().gives('users.list', { users: [ruiz, { ...ruiz, user: 'weber', display: 'Jonas Weber' }] });
});
afterEach(cleanup);

test('a supervisor hears at once, wherever they are, who left holds to lapse; an agent does not', async () => {
  openConsole(hub, RUIZ);
  render(<Told />);
  act(() => hub.tell(FLAGGED));
  expect(screen.getByRole('status').textContent).toBe('');
  act(() => openConsole(hub, OSEI));
  act(() => hub.tell(FLAGGED));
  expect(screen.getByRole('status').textContent).toBe(
    'ruiz at desk T1-04 left 5 holds in a row to lapse. The next ones are slowed: Admin, Users.',
  );
});

test('Admin, Users says under the name at which desk and until when, and looks again when somebody is flagged', async () => {
  openConsole(hub, OSEI);
  render(<UsersPanel />);
  await screen.findByText('weber');
  expect(screen.queryByText(/left to lapse/)).toBeNull();
  hub.gives('hoarding.list', { hoarders: [HOARDER] });
  act(() => hub.tell(FLAGGED));
  const line = await screen.findByText(/left to lapse/);
  expect(line.textContent).toContain('6 holds left to lapse in a row at desk T1-04. The next ones are slowed until');
  expect(line.closest('tr')?.previousElementSibling?.textContent).toContain('ruiz');
});
