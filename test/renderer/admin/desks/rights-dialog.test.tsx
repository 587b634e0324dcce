import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Desk } from '../../../../renderer/admin/desks/desks-store.ts';
import { RightsDialog } from '../../../../renderer/admin/desks/rights-dialog.tsx';
import { useBridge as connect } from '../../../../renderer/client/client.ts';
import { FakeBridge } from '../../support/fake-bridge.ts';

afterEach(cleanup);

test('a supervisor changes what a system may, and how often', async () => {
  const id = 'o7_KNbTrcoYVBVU6KRM6sg';
  const rights = { calls: 'reads', feeds: false, callsPerSecond: 20 } as const;
  const changed = { calls: 'sells', feeds: false, callsPerSecond: 50 } as const;
  const hub = new FakeBridge()
    .gives('desks.allow', { id, desk: 'WEB-1', rights: changed })
    .gives('desks.list', { hub: 'JFK-1', desks: [] });
  connect(hub);
  const onClose = vi.fn();
  render(<RightsDialog desk={{ id, desk: 'WEB-1', kind: 'system', rights } as Desk} onClose={onClose} />);
  const user = userEvent.setup({ delay: null });
  await user.click(screen.getByRole('button', { name: /May call/ }));
  await user.click(await screen.findByRole('option', { name: /Sells/ }));
  const often = screen.getByRole('textbox', { name: 'Calls a second' });
  await user.clear(often);
  await user.type(often, '50{Enter}');
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(hub.inputsOf('desks.allow')).toMatchObject([{ id, rights: changed }]);
});

test('the dialog is left by what it says: it had no word of Esc', async () => {
  connect(new FakeBridge());
  const onClose = vi.fn();
  const rights = { calls: 'reads', feeds: false, callsPerSecond: 20 } as const;
  render(<RightsDialog desk={{ id: 'o7', desk: 'WEB-1', kind: 'system', rights } as Desk} onClose={onClose} />);
  await userEvent.setup({ delay: null }).click(screen.getByRole('button', { name: /Close/ }));
  expect(onClose).toHaveBeenCalled();
});
