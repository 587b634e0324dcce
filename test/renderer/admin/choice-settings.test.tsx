import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { AdminScreen } from '../../../renderer/admin/admin-screen.tsx';
import { useSession } from '../../../renderer/client/session-store.ts';
import { accept } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { hubState, settings } from '../support/samples.ts';

afterEach(cleanup);

test('the choices of a setting are words (Shared desks showed "signIn" and "eachSale")', async () => {
  const hub = new FakeBridge()
    .gives('settings.get', settings)
    .answers('settings.set', ({ name, value }) => accept({ name, before: 'signIn', value }));
  openConsole(hub, OSEI);
  useSession.setState({ state: hubState({ mode: 'live' }) });
  render(<AdminScreen screen={{ name: 'admin', tab: 'settings' }} />);
  const form = within(await screen.findByRole('form', { name: 'Shared desks' }));
  await userEvent.click(form.getByRole('button', { name: /sign-in/ }));
  await userEvent.click(screen.getByRole('option', { name: /each sale/ }));
  await userEvent.click(form.getByRole('button', { name: 'Save' }));
  expect(hub.inputsOf('settings.set')).toMatchObject([{ name: 'saleUser', value: 'eachSale' }]);
  expect(await form.findByRole('button', { name: 'Undo: back to sign-in' })).toBeTruthy();
});
