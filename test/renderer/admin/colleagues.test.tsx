import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AdminScreen } from '../../../renderer/admin/admin-screen.tsx';
import { useSession } from '../../../renderer/client/session-store.ts';
import { accept } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { hubState, settings } from '../support/samples.ts';

let hub: FakeBridge;
beforeEach(() => {
  hub = new FakeBridge().answers('settings.get', () => accept({ ...settings, colleagues: 'calm' }));
  openConsole(hub, OSEI);
});
afterEach(cleanup);

const show = (mode: 'training' | 'live') => {
  useSession.setState({ state: hubState({ mode }) });
  render(<AdminScreen screen={{ name: 'admin', tab: 'settings' }} />);
};

test('in training a supervisor chooses how much colleagues do', async () => {
  hub.answers('settings.set', ({ name, value }) => accept({ name, before: 'calm', value }));
  show('training');
  const form = within(await screen.findByRole('form', { name: 'Colleagues' }));
  await userEvent.click(form.getByRole('button', { name: /calm/ }));
  const choices = screen.getAllByRole('option').map(({ textContent }) => textContent);
  expect(choices).toEqual(['offnothing', 'calmthree desks', 'busyeight desks', 'rushtwenty desks, several changes a second']);
  await userEvent.click(screen.getByRole('option', { name: /rush/ }));
  await userEvent.click(form.getByRole('button', { name: 'Save' }));
  expect(hub.inputsOf('settings.set')).toMatchObject([{ name: 'colleagues', value: 'rush' }]);
  expect(await form.findByRole('button', { name: 'Undo: back to calm' })).toBeTruthy();
});

test('a real store shows nothing of colleagues', async () => {
  show('live');
  expect(await screen.findByRole('form', { name: 'Hold time' })).toBeTruthy();
  expect(screen.queryByRole('form', { name: 'Colleagues' })).toBeNull();
});
