import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AdminScreen } from '../../../renderer/admin/admin-screen.tsx';
import { useMessages } from '../../../renderer/admin/messages-store.ts';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { connectionLive } from '../../../renderer/stores/connection-store.ts';
import { useNavigation } from '../../../renderer/stores/navigation-store.ts';
import type { Output } from '../../../shared/contract.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { MessageView } from '../../../shared/methods/messages.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, NOON } from '../support/samples.ts';

const DEAD: MessageView = {
  ...{ messageId: 1, bookingId: 7, locator: 'K7M2QD', kind: 'confirmed', channel: 'email', language: 'en', standing: 'dead' },
  ...{ since: NOON - HOUR_MS, nextAt: null, tries: [{ at: NOON - HOUR_MS, answer: 'the mail server said 550 to the address' }] },
};
const WAITS: MessageView = {
  ...{ messageId: 2, bookingId: 8, locator: 'P4TTKX', kind: 'cancelled', channel: 'sms', language: 'es', standing: 'waits' },
  ...{ since: NOON, nextAt: NOON + MINUTE_MS, tries: [] },
};
const MAIL = {
  host: 'smtp.example.com',
  port: 587,
  security: 'starttls',
  user: 'aisle',
  from: 'desk@example.com',
  passwordKnown: true,
} as const;
const LIST: Output<'messages.list'> = {
  messages: [DEAD, WAITS],
  more: 0,
  counts: [
    { channel: 'email', waits: 0, dead: 1, sentLastDay: 12 },
    { channel: 'sms', waits: 1, dead: 0, sentLastDay: 0 },
    { channel: 'push', waits: 0, dead: 0, sentLastDay: 0 },
  ],
  version: 40,
};

let hub: FakeBridge;
let list: Output<'messages.list'>;
let channels: Output<'messages.channels'>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  setServerNow(NOON);
  connectionLive();
  list = LIST;
  channels = { mail: MAIL, webhook: null };
  hub = new FakeBridge()
    .answers('messages.list', () => accept(list))
    .answers('messages.channels', () => accept(channels))
    .answers('messages.setChannels', () => accept({}))
    .answers('messages.sendAgain', ({ messageId }) => accept({ messageId }));
  connect(hub);
  useSession.setState({ state: hubState(), session: { user: 'osei', display: 'M. Osei', role: 'supervisor', desk: 'T1-01' } });
});
afterEach(() => {
  cleanup();
  useMessages.setState({ list: null, channels: null, chosen: null, refusal: null, notSent: null });
  vi.useRealTimers();
});
const show = () => render(<AdminScreen screen={{ name: 'admin', tab: 'messages' }} />);
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
const sent = () => hub.asked.filter(({ method }) => method === 'messages.setChannels').map(({ input }) => input);

test('each message tells what it says, by which channel, what came of the last try and when the next is', async () => {
  show();
  const table = within(await screen.findByRole('table', { name: 'Messages' }));
  const dead = 'K7M2QD dead letter confirmed e-mail 1 h 00 1 the mail server said 550 to the address none';
  expect(table.getByRole('row', { name: dead })).toBeTruthy();
  expect(table.getByRole('row', { name: 'P4TTKX waits cancelled SMS now 0 not tried yet 07:01' })).toBeTruthy();
  expect(screen.getByText(/1 dead letter; e-mail 12, SMS 0, push 0 sent in the last 24 h/)).toBeTruthy();
});

test('by keyboard: N goes to the dead letters, R sends again, O opens the booking', async () => {
  show();
  await screen.findByRole('table', { name: 'Messages' });
  document.querySelector<HTMLElement>('.jb-choose')?.focus();
  await user().keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('P4TTKX');
  await user().keyboard(`n${ACTED}`);
  expect(document.activeElement?.textContent).toBe('K7M2QD');
  await user().keyboard(`r${ACTED}`);
  expect(hub.asked.find(({ method }) => method === 'messages.sendAgain')?.input).toMatchObject({ messageId: 1 });
  await user().keyboard(`o${ACTED}`);
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 7 });
});

test('one channel is saved and the other stays; a password that is not typed stays too', async () => {
  show();
  const form = within(await screen.findByRole('form', { name: 'SMS and push' }));
  await user().type(form.getByLabelText('Webhook address'), 'https://example.com/messages');
  await user().type(form.getByLabelText('Webhook secret'), 'sixteen letters!');
  await user().click(form.getByRole('button', { name: 'Save webhook' }));
  const { passwordKnown: _, ...mail } = MAIL;
  await waitFor(() =>
    expect(sent()).toMatchObject([
      {
        mail: { ...mail, password: null },
        webhook: { address: 'https://example.com/messages', sms: true, push: false, secret: 'sixteen letters!' },
      },
    ]),
  );
  expect((form.getByLabelText('Webhook secret') as HTMLInputElement).value).toBe('');
});

test('what is wrong stands under its field', async () => {
  hub.answers('messages.setChannels', () =>
    refuse('SETTING_INVALID', { setting: 'Sender', problem: 'it is written like name@example.com', input: 'from' }),
  );
  show();
  const form = within(await screen.findByRole('form', { name: 'E-mail' }));
  await user().clear(form.getByLabelText('Port'));
  await user().click(form.getByRole('button', { name: 'Save e-mail' }));
  expect(await form.findByText('A number from 1 to 65535.')).toBeTruthy();
  await user().type(form.getByLabelText('Port'), '25');
  await user().click(form.getByRole('button', { name: 'Save e-mail' }));
  await waitFor(() => expect(form.getByLabelText('Sender').getAttribute('aria-invalid')).toBe('true'));
  expect(form.getAllByText(/it is written like name@example\.com/), 'once, not below the form too').toHaveLength(1);
});

test('a test message says what the channel answered', async () => {
  hub.answers('messages.test', () => accept({ sent: false, answer: 'the mail server cannot be reached' }));
  show();
  const form = within(await screen.findByRole('form', { name: 'Test message' }));
  await user().type(form.getByLabelText('To'), 'desk@example.com');
  await user().click(form.getByRole('button', { name: 'Send test message' }));
  expect(await screen.findByText('Not sent: the mail server cannot be reached.')).toBeTruthy();
});

test('the list follows what the hub tells; without a channel it says that passengers are told nothing', async () => {
  show();
  await screen.findByRole('table', { name: 'Messages' });
  list = { ...LIST, messages: [] };
  channels = { mail: null, webhook: null };
  act(() => hub.tell({ notice: true, type: 'messages.changed' }));
  expect(await screen.findByText('Every message was sent')).toBeTruthy();
  expect(screen.getByText(/passengers are told nothing/)).toBeTruthy();
});
