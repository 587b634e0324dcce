import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useOffer } from '../../../../renderer/admin/desks/offer-store.ts';
import { PairingPane } from '../../../../renderer/admin/desks/pairing-pane.tsx';
import { useBridge as connect } from '../../../../renderer/client/client.ts';
import { FakeBridge } from '../../support/fake-bridge.ts';

afterEach(() => {
  cleanup();
  useOffer.getState().clear();
});

const ID = 'o7_KNbTrcoYVBVU6KRM6sg';
const SECRET = 'oPw7idsnmhvuxhapJybJyLB1oRWZir_t-Vq-RJkXZfg';
const FEEDS = { calls: 'nothing', feeds: true, callsPerSecond: 5 } as const;
const HUB = '0f'.repeat(32);

test('the focus goes on from the form to what stands in its place: the code, and the button where it was left', async () => {
  const offered = { desk: 'T3-03', kind: 'console', rights: null, code: '452427', endsAt: 0, triesLeft: 5, lastAskedFrom: null } as const;
  connect(new FakeBridge().gives('desks.offer', { ...offered, fingerprint: HUB, address: '' }));
  const pane = (isNaming: boolean) => <PairingPane isNaming={isNaming} onName={() => {}} onNamed={() => shown.rerender(pane(false))} />;
  const shown = render(pane(true));
  const user = userEvent.setup({ delay: null });
  screen.getByRole('textbox', { name: 'Name of the desk' }).focus();
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /Pair a desk/ }));
  shown.rerender(pane(true));
  await user.type(screen.getByRole('textbox', { name: 'Name of the desk' }), 't3-03{Enter}');
  const code = await screen.findByRole('img', { name: 'Code 4 5 2 4 2 7' });
  expect(document.activeElement?.contains(code)).toBe(true);
  // Letters are keys there, so Esc stops the code.
  expect(document.activeElement?.matches('[data-letters]')).toBe(true);
});

test('another program is paired as what only reads the feeds, and its key is shown once', async () => {
  const hub = new FakeBridge()
    .gives('desks.offer', {
      ...{ desk: 'STATS-1', kind: 'system', rights: FEEDS, code: '452427', endsAt: 0, triesLeft: 5, lastAskedFrom: null },
      ...{ fingerprint: HUB, address: '' },
    })
    .gives('desks.pair', { id: ID, desk: 'STATS-1', hub: HUB, secret: SECRET });
  connect(hub);
  const pane = (isNaming: boolean) => <PairingPane isNaming={isNaming} onName={() => {}} onNamed={() => shown.rerender(pane(false))} />;
  const shown = render(pane(true));
  const user = userEvent.setup({ delay: null });
  await user.type(screen.getByRole('textbox', { name: 'Name of the desk' }), 'stats-1');
  await user.click(screen.getByRole('button', { name: /Kind/ }));
  await user.click(await screen.findByRole('option', { name: /System/ }));
  await user.click(screen.getByRole('button', { name: /Journal/ }));
  await user.click(await screen.findByRole('option', { name: /Yes/ }));
  const often = screen.getByRole('textbox', { name: 'Calls a second' });
  await user.clear(often);
  await user.type(often, '0');
  await user.click(screen.getByRole('button', { name: /Make its secret/ }));
  expect(screen.getByText('A number from 1 to 2000.')).toBeDefined();
  await user.clear(often);
  await user.type(often, '5');
  await user.click(screen.getByRole('button', { name: /Make its secret/ }));
  expect((await screen.findByRole('status', { name: 'Secret of STATS-1' })).textContent).toBe(`${ID}.${SECRET}`);
  expect(hub.inputsOf('desks.offer')).toEqual([{ desk: 'STATS-1', kind: 'system', rights: FEEDS }]);
  expect(hub.inputsOf('desks.pair')).toEqual([{ code: '452427', system: true }]);
  await user.click(screen.getByRole('button', { name: /take it away/ }));
  expect(screen.queryByText(new RegExp(SECRET))).toBeNull();
});
