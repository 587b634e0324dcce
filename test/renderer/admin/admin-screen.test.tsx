import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AdminScreen } from '../../../renderer/admin/admin-screen.tsx';
import { pinProblem } from '../../../renderer/admin/pin-fields.tsx';
import { useSession } from '../../../renderer/client/session-store.ts';
import { undoLast, useUndo } from '../../../renderer/parts/undo.tsx';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import type { Output } from '../../../shared/contract.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { NOON, noJobs, refused, settings, users } from '../support/samples.ts';

type User = Output<'users.list'>['users'][number];
/** A user of the run; a name that it does not know is that of one more agent. */
const someone = (user: string, change: Partial<User> = {}): User => {
  const known = users.users.find((each) => each.user === user);
  const agent = users.users.find(({ role }) => role === 'agent');
  if (!agent) throw new Error('the run has an agent');
  return { ...(known ?? { ...agent, user, display: 'Zoe Lang' }), ...change };
};
const subject = (event: number, type: 'user.changed' | 'setting.changed'): JournalEvent => ({
  event,
  at: NOON,
  type,
  user: 'osei',
  desk: 'T2-11',
  data: { subject: 'ruiz', before: '', after: '' },
});

let hub: FakeBridge;
let listed: User[];
let holdMinutes: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  setServerNow(NOON);
  listed = [
    someone('weber', { lockedUntil: NOON + 5 * MINUTE_MS, lockedAt: ['T1-04'] }),
    someone('osei', { role: 'supervisor' }),
    someone('zoe', { active: false }),
  ];
  holdMinutes = 5;
  hub = new FakeBridge()
    .gives('jobs.list', noJobs)
    .gives('accounts.list', { accounts: [] })
    .gives('refunds.due', { refunds: [], more: 0 })
    .gives('payments.failed', { payments: [], more: 0 })
    .gives('messages.list', { messages: [], more: 0, counts: [], version: 1 })
    .gives('messages.channels', { mail: null, webhook: null })
    .gives('desks.list', { hub: 'JFK-1', desks: [] })
    .gives('desks.offered', { offer: null })
    .answers('users.list', () => accept({ users: listed }))
    .answers('settings.get', () => accept({ ...settings, holdMinutes }));
  openConsole(hub, OSEI);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
const show = (tab: 'users' | 'settings') => render(<AdminScreen screen={{ name: 'admin', tab }} />);

test('an agent is told whom to ask', () => {
  useSession.setState({ session: { user: 'ruiz', display: 'Ana Ruiz', role: 'agent', desk: 'T1-04' } });
  show('users');
  expect(screen.getByText('Only a supervisor may open Admin')).toBeTruthy();
  expect(hub.asked).toEqual([]);
});

test('the tabs are walked with the arrow keys', async () => {
  show('users');
  screen.getByRole('tab', { name: 'Users' }).focus();
  await user().keyboard('{ArrowRight}');
  expect(await screen.findByText('No desk is paired yet')).toBeTruthy();
  await user().keyboard('{ArrowRight}');
  expect(await screen.findByText('New voucher')).toBeTruthy();
  await user().keyboard('{ArrowRight}');
  expect(await screen.findByText('New account')).toBeTruthy();
  await user().keyboard('{ArrowRight}');
  expect(await screen.findByText('No money is due')).toBeTruthy();
  await user().keyboard('{ArrowRight}');
  expect(await screen.findByText('No payment failed in the last day')).toBeTruthy();
  await user().keyboard('{ArrowRight}');
  expect(await screen.findByText('Refund policies')).toBeTruthy();
  await user().keyboard('{ArrowRight}');
  expect(await screen.findByText('Every message was sent')).toBeTruthy();
  await user().keyboard('{ArrowRight}');
  expect(await screen.findByText('Hold time')).toBeTruthy();
});

test('the list tells the role, and whether the hub lets them in', async () => {
  show('users');
  const table = within(await screen.findByRole('table', { name: 'Users' }));
  expect(table.getByRole('row', { name: /^osei Mercy Osei supervisor active Set PIN Deactivate$/ })).toBeTruthy();
  expect(
    table.getByRole('row', { name: /^weber Jonas Weber agent locked at T1-04 until 07:05 JFK Unlock Set PIN Deactivate$/ }),
  ).toBeTruthy();
  expect(table.getByRole('row', { name: /^zoe Zoe Lang agent deactivated Set PIN Activate$/ })).toBeTruthy();
});

test('unlocking lets them in at once', async () => {
  hub.answers('users.unlock', (input) => accept(someone(input.user)));
  show('users');
  await user().click(await screen.findByRole('button', { name: 'Unlock weber' }));
  await waitFor(() => expect(screen.queryByText(/locked at/)).toBeNull());
});

test('a user was deactivated by one press with no way back: it can be undone', async () => {
  hub.answers('users.setActive', ({ user: name, active }) => accept(someone(name, { active })));
  show('users');
  await user().click(await screen.findByRole('button', { name: 'Deactivate weber' }));
  expect(useUndo.getState().offer?.text).toBe('weber deactivated');
  await act(async () => undoLast());
  expect(hub.inputsOf('users.setActive').map(({ active }) => active)).toEqual([false, true]);
  expect(screen.getByRole('button', { name: 'Deactivate weber' })).toBeTruthy();
});

test('the last supervisor cannot be shut out: the refusal stands at the row', async () => {
  hub.answers('users.setActive', () => refuse('LAST_SUPERVISOR'));
  show('users');
  await user().click(await screen.findByRole('button', { name: 'Deactivate osei' }));
  expect((await screen.findByRole('alert')).textContent).toBe(
    'This is the last supervisor who can sign in. Make another supervisor first.',
  );
  expect(hub.inputsOf('users.setActive')).toMatchObject([{ user: 'osei', active: false }]);
});

test('a user is made with the keyboard alone', async () => {
  hub.answers('users.create', ({ user: name, display, role }) => accept(someone(name, { display, role })));
  show('users');
  await screen.findByRole('table', { name: 'Users' });
  await user().click(screen.getByRole('textbox', { name: 'User name' }));
  await user().keyboard('Lee{Tab}Kim Lee{Tab}{Tab}2468{Tab}2468{Enter}');
  expect(await screen.findByRole('row', { name: /^lee Kim Lee agent active/ })).toBeTruthy();
  expect(hub.inputsOf('users.create')).toMatchObject([{ user: 'lee', display: 'Kim Lee', role: 'agent', pin: '2468' }]);
});

test('a weak PIN and a name that exists are refused inline, and no PIN stays on the screen', async () => {
  hub.answers('users.create', ({ pin }) => (pin === '1234' ? refuse('PIN_WEAK') : refused('USER_EXISTS')));
  show('users');
  await screen.findByRole('table', { name: 'Users' });
  await user().click(screen.getByRole('textbox', { name: 'User name' }));
  await user().keyboard('zoe{Tab}Zoe{Tab}{Tab}1234{Tab}1234{Enter}');
  expect((await screen.findByRole('alert')).textContent).toMatch(/too easy to guess/);
  expect((screen.getByLabelText('PIN') as HTMLInputElement).value).toBe('');
  await user().click(screen.getByLabelText('PIN'));
  await user().keyboard('2468{Tab}2468{Enter}');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/A user named zoe exists already/));
});

test('two different PINs are not sent', async () => {
  hub.answers('users.setPin', (input) => accept(someone(input.user)));
  show('users');
  await user().click(await screen.findByRole('button', { name: 'Set PIN of weber' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user().click(dialog.getByLabelText('PIN'));
  await user().keyboard('2468{Tab}2469{Enter}');
  expect(dialog.getByText('The two PINs differ. Type the same one twice.')).toBeTruthy();
  expect(hub.inputsOf('users.setPin')).toEqual([]);
  await user().keyboard('{Backspace}8{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(hub.inputsOf('users.setPin')).toMatchObject([{ user: 'weber', pin: '2468' }]);
});

test.each([
  ['123', '123', /4 to 12 digits/],
  ['12a4', '12a4', /4 to 12 digits/],
  ['2468', '2467', /differ/],
  ['2468', '2468', /^$/],
])('the PIN %s and %s', (pin, again, said) => expect(pinProblem({ pin, again })).toMatch(said));

test('what another supervisor changes is seen', async () => {
  show('users');
  await screen.findByRole('table', { name: 'Users' });
  listed = [someone('osei', { role: 'supervisor' })];
  await act(async () => hub.tell(subject(101, 'user.changed')));
  await waitFor(() => expect(screen.queryByText('weber')).toBeNull());
});

test.each([
  ['31', 'Hold time in minutes must be between 1 and 30. Choose a value in between.'],
  ['0', 'Hold time in minutes must be between 1 and 30. Choose a value in between.'],
])('a hold time of %s minutes is refused by the hub, and shown', async (typed, said) => {
  hub.answers('settings.set', () => refused('SETTING_OUT_OF_RANGE'));
  show('settings');
  const field = await screen.findByRole('textbox', { name: 'Minutes, 1 to 30' });
  await user().clear(field);
  await user().type(field, `${typed}{Enter}`);
  expect((await screen.findByRole('alert')).textContent).toBe(said);
  expect(hub.inputsOf('settings.set')).toMatchObject([{ name: 'holdMinutes', value: Number(typed) }]);
});

test('a setting is saved, and set back with Undo', async () => {
  hub.answers('settings.set', ({ name, value }) => {
    const before = holdMinutes;
    holdMinutes = Number(value);
    return accept({ name, before, value });
  });
  show('settings');
  const field = await screen.findByRole('textbox', { name: 'Minutes, 1 to 30' });
  await user().clear(field);
  await user().type(field, 'soon{Enter}');
  expect(screen.getByText('Type whole minutes.')).toBeTruthy();
  await user().clear(field);
  await user().type(field, '12{Enter}');
  expect(await screen.findByText('Saved. Holds that run already keep their time; the next hold takes the new one.')).toBeTruthy();
  await user().click(screen.getByRole('button', { name: 'Undo: back to 5' }));
  await waitFor(() => expect((field as HTMLInputElement).value).toBe('5'));
  expect(screen.queryByText(/^Saved/)).toBeNull();
  expect(hub.inputsOf('settings.set')).toMatchObject([{ value: 12 }, { value: 5 }]);
});

test('a setting of another desk replaces the one shown', async () => {
  show('settings');
  const field = (await screen.findByRole('textbox', { name: 'Minutes, 1 to 30' })) as HTMLInputElement;
  holdMinutes = 9;
  await act(async () => hub.tell(subject(101, 'setting.changed')));
  await waitFor(() => expect(field.value).toBe('9'));
});
