// Who may do what with the desks of a hub: an agent nothing, a supervisor all of it, in training and in live use alike.
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AdminScreen } from '../../../../renderer/admin/admin-screen.tsx';
import { type Desk, useDesks } from '../../../../renderer/admin/desks/desks-store.ts';
import { useOffer } from '../../../../renderer/admin/desks/offer-store.ts';
import { useSession } from '../../../../renderer/client/session-store.ts';
import { setServerNow } from '../../../../renderer/stores/clock-store.ts';
import { refuse } from '../../../../shared/refusals.ts';
import { FakeBridge } from '../../support/fake-bridge.ts';
import { OSEI, openConsole, RUIZ } from '../../support/open-console.ts';
import { hubState, NOON } from '../../support/samples.ts';

const DESK = {
  ...{ id: 'T1-05'.padEnd(22, '_'), desk: 'T1-05', kind: 'console', state: 'live', user: 'Ana Ruiz', signedInAt: NOON },
  ...{
    version: hubState().version,
    lastSeen: NOON,
    address: '10.20.4.31',
    pairedAt: NOON,
    pairedBy: 'osei',
    revokedAt: null,
    revokedBy: null,
  },
  ...{ keptIn: 'browser', rights: null },
} as Desk;
const SYSTEM = {
  ...DESK,
  id: 'WEB-1'.padEnd(22, '_'),
  desk: 'WEB-1',
  kind: 'system',
  rights: { calls: 'reads', feeds: false, callsPerSecond: 5 },
} as Desk;

let hub: FakeBridge;
beforeEach(() => {
  setServerNow(NOON);
  hub = new FakeBridge().gives('desks.list', { hub: 'JFK-1', desks: [DESK, SYSTEM] }).gives('desks.offered', { offer: null });
});
afterEach(() => {
  cleanup();
  useDesks.setState({ desks: null, refusal: null, chosen: null, typed: '', asking: 'no' });
  useOffer.setState({ offer: null, end: null, systemKey: null, asking: 'no' });
});

const open = () => render(<AdminScreen screen={{ name: 'admin', tab: 'desks' }} />);
const user = userEvent.setup();

for (const mode of ['training', 'live'] as const)
  describe(`in ${mode} use`, () => {
    const signIn = (who: typeof RUIZ) => {
      openConsole(hub, who);
      useSession.setState({ state: hubState({ mode }) });
    };

    test('an agent reads who may, sees no desk, and the hub is not asked for any', async () => {
      signIn(RUIZ);
      open();
      expect(screen.getByText('Only a supervisor may open Admin')).toBeTruthy();
      await user.keyboard('anem{Delete}');
      expect(screen.queryByRole('dialog')).toBeNull();
      expect(screen.queryByRole('alertdialog')).toBeNull();
      for (const method of ['desks.list', 'desks.offered', 'desks.offer'] as const) expect(hub.inputsOf(method)).toEqual([]);
    });

    test.each([
      ['pairs', 'T1-05', 'a', () => screen.findByRole('textbox', { name: 'Name of the desk' })],
      ['renames', 'T1-05', 'e', () => screen.findByRole('dialog', { name: /T1-05/ })],
      ['changes the rights of a system', 'WEB-1', 'm', () => screen.findByRole('dialog', { name: /WEB-1/ })],
      ['revokes', 'WEB-1', '{Delete}', () => screen.findByRole('alertdialog', { name: /WEB-1/ })],
    ] as const)('a supervisor %s', async (_what, row, key, shown) => {
      signIn(OSEI);
      open();
      const desk = await screen.findByRole('button', { name: row });
      await user.click(desk);
      await act(async () => {});
      await user.keyboard(key);
      expect(await shown()).toBeTruthy();
    });

    test('M does nothing at a counter: it has no rights of its own', async () => {
      signIn(OSEI);
      open();
      await user.click(await screen.findByRole('button', { name: 'T1-05' }));
      await user.keyboard('m');
      // A letter waits for a second one before it acts.
      await user.keyboard('{ArrowUp}');
      expect(screen.queryByRole('dialog')).toBeNull();
      expect(screen.queryByRole('button', { name: /What it may/ })).toBeNull();
    });
  });

test('who is no supervisor any more reads that of the hub, and keeps what was typed', async () => {
  hub.answers('desks.offer', () => refuse('ROLE_REQUIRED', { role: 'supervisor' }));
  openConsole(hub, OSEI);
  open();
  await screen.findByRole('button', { name: 'T1-05' });
  await user.click(screen.getByRole('button', { name: /Pair a desk/ }));
  const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name of the desk' });
  await user.type(name, 't2-01{Enter}');
  await waitFor(() => expect(hub.inputsOf('desks.offer')).toHaveLength(1));
  expect((await screen.findByRole('alert')).textContent).toMatch(/supervisor/i);
  expect(name.value).toBe('T2-01');
});

test('a secret that is shown is gone when its supervisor signs out', () => {
  useOffer.setState({ systemKey: { desk: 'WEB-1', key: 'secret' } });
  openConsole(hub, OSEI);
  act(() => useSession.setState({ session: null }));
  expect(useOffer.getState().systemKey).toBeNull();
});
