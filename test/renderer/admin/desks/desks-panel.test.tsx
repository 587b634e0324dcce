import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AdminScreen } from '../../../../renderer/admin/admin-screen.tsx';
import type { Desk } from '../../../../renderer/admin/desks/desks-store.ts';
import { useDesks } from '../../../../renderer/admin/desks/desks-store.ts';
import { useOffer } from '../../../../renderer/admin/desks/offer-store.ts';
import { useBridge as connect } from '../../../../renderer/client/client.ts';
import { useSession } from '../../../../renderer/client/session-store.ts';
import { firstStopIn } from '../../../../renderer/frame/focus-screen.ts';
import { setServerNow } from '../../../../renderer/stores/clock-store.ts';
import { connectionLive } from '../../../../renderer/stores/connection-store.ts';
import { PAIRING_MS } from '../../../../shared/bounds.ts';
import type { Output } from '../../../../shared/contract.ts';
import { HOUR_MS, SECOND_MS } from '../../../../shared/instants.ts';
import { accept, type Reply, refuse } from '../../../../shared/refusals.ts';
import { FakeBridge } from '../../support/fake-bridge.ts';
import { hubState, NOON } from '../../support/samples.ts';

const LONG = 'INTERNATL-12';
const idOf = (name: string) => name.padEnd(22, '_');
const desk = (name: string, change: Partial<Desk> = {}): Desk => ({
  ...({ id: idOf(name), desk: name, kind: 'console', state: 'live', user: 'Ana Ruiz', signedInAt: NOON - 2 * HOUR_MS } as Desk),
  version: hubState().version,
  ...{ lastSeen: NOON - HOUR_MS, address: '10.20.4.31', pairedAt: NOON - 40 * HOUR_MS, pairedBy: 'osei', revokedAt: null, revokedBy: null },
  ...{ keptIn: 'browser', rights: null },
  ...change,
});
const DESKS = [
  desk('T1-04'),
  desk('T1-05', { state: 'away', user: null, version: '0.0.1', keptIn: 'machine' }),
  desk(LONG, { state: 'never', user: null, signedInAt: null, lastSeen: null, version: null, address: null }),
  desk('T1-09', { state: 'revoked', user: null, revokedAt: NOON, revokedBy: 'osei' }),
];
type Offered = NonNullable<Output<'desks.offered'>['offer']>;
const offer = (change: Partial<Offered> = {}): Offered =>
  ({
    ...{ desk: 'T2-01', kind: 'console', rights: null, code: '482913', endsAt: NOON + PAIRING_MS, triesLeft: 5, lastAskedFrom: null },
    ...{ fingerprint: '0f'.repeat(32), address: 'https://10.20.4.9:4610' },
    ...change,
  }) as Offered;

let hub: FakeBridge;
let offered: Offered | null;
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
const table = () => screen.getByRole('table', { name: 'Paired desks' });
const names = () =>
  within(table())
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
const chosen = () => within(screen.getByRole('complementary', { name: 'Pairing and the chosen desk' }));
const pairing = () => screen.getByRole('region', { name: 'Pairing' });

async function show(list: Reply<Output<'desks.list'>> | readonly Desk[] = DESKS): Promise<void> {
  hub.answers('desks.list', () => ('ok' in list ? list : accept({ hub: 'JFK-1', desks: [...list] })) as never);
  render(<AdminScreen screen={{ name: 'admin', tab: 'desks' }} />);
  await waitFor(() => expect(hub.inputsOf('desks.list').length).toBeGreaterThan(0));
}
/** The rows have the focus, where letters are keys. */
async function showRows(): Promise<ReturnType<typeof user>> {
  await show();
  (await screen.findByRole('button', { name: 'T1-04' })).focus();
  // The keys of the panel are there once its effects have run.
  await act(async () => {});
  return user();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  setServerNow(NOON);
  connectionLive();
  offered = null;
  hub = new FakeBridge()
    .answers('desks.offered', () => accept({ offer: offered }))
    .gives('desks.endOffer', {})
    .answers('desks.offer', ({ desk: name }) => {
      offered = offer({ desk: name });
      return accept(offered);
    });
  connect(hub);
  useSession.setState({ state: hubState(), session: { user: 'osei', display: 'M. Osei', role: 'supervisor', desk: 'T1-04' } });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  useDesks.setState({ desks: null, refusal: null, chosen: null, typed: '', asking: 'no' });
  useOffer.setState({ offer: null, end: null, systemKey: null });
});

test('each desk stands there with its state in words, and what is known of the chosen one beside it', async () => {
  const keys = await showRows();
  expect(names()).toEqual(['T1-04', 'T1-05', LONG, 'T1-09']);
  expect(within(table()).getByRole('row', { name: /T1-04/ }).textContent).toContain('this desk');
  expect(table().textContent).toContain('never seen');
  await keys.keyboard('{ArrowDown}');
  expect(chosen().getByRole('heading', { name: 'T1-05' })).toBeTruthy();
  expect(chosen().getByText('its computer, for its account only')).toBeTruthy();
  // Nothing more can be done with a revoked one.
  await keys.keyboard('{End}');
  expect(chosen().queryByRole('button', { name: /Revoke/ })).toBeNull();
  await keys.keyboard('{Delete}e');
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the head names the hub and counts how its desks stand', async () => {
  await showRows();
  const head = screen.getByRole('heading', { name: 'Paired desks' }).parentElement?.textContent;
  expect(head).toMatch(/^Paired desks3hub JFK-1, 1 live, 1 away, 1 never seen/);
});

test('a desk that is cut off is said with who is signed in there and since when, and N leads to it', async () => {
  const keys = await showRows();
  await listIs([desk('T1-04'), desk('T1-05', { state: 'cutOff', user: 'Nia Abara' })]);
  await keys.keyboard('n');
  expect(await chosen().findByRole('heading', { name: 'T1-05' })).toBeTruthy();
  expect(chosen().getByText('cut off')).toBeTruthy();
  expect(chosen().getByText(/^Nia Abara, signed in \d\d:\d\d$/)).toBeTruthy();
});

test('N goes to the next desk that somebody must look at, and says so when there is none', async () => {
  const keys = await showRows();
  await keys.keyboard('n');
  expect(await chosen().findByRole('heading', { name: LONG })).toBeTruthy();
});

test('without desks the page says how there comes to be one', async () => {
  await show([]);
  expect(await screen.findByText('No desk is paired yet')).toBeTruthy();
  expect(screen.getByRole('button', { name: /Pair a desk/ })).toBeTruthy();
});

test('a hub that does not answer is said, with what to do', async () => {
  await show(refuse('HUB_UNREACHABLE') as never);
  expect((await screen.findByRole('alert')).textContent).toMatch(/hub/i);
});

test('Ctrl F narrows the list by name, state, user and address; Enter goes to the rows, Esc takes the words out', async () => {
  const keys = await showRows();
  await keys.keyboard('{Control>}f{/Control}');
  const field = screen.getByRole('textbox', { name: 'Filter desks' });
  expect(document.activeElement).toBe(field);
  await keys.keyboard('never');
  expect(names()).toEqual([LONG]);
  await keys.keyboard('{Enter}');
  expect(document.activeElement?.textContent).toBe(LONG);
  await keys.click(field);
  await keys.keyboard('x{Escape}');
  expect(names()).toHaveLength(4);
  await keys.keyboard('nobody');
  expect(screen.getByText(/No desk is of/)).toBeTruthy();
});

test('A shows a code for a new desk, once however often Enter is pressed, with its time, tries and the hub; Esc ends it', async () => {
  const keys = await showRows();
  await keys.keyboard('a');
  await keys.type(await screen.findByRole('textbox', { name: 'Name of the desk' }), 't2-01{Enter}{Enter}');
  expect(await screen.findByRole('img', { name: 'Code 4 8 2 9 1 3' })).toBeTruthy();
  expect(hub.inputsOf('desks.offer')).toEqual([{ desk: 'T2-01', kind: 'console' }]);
  expect(pairing().textContent).toContain('5 of 5, none yet');
  expect(pairing().textContent).toContain('https://10.20.4.9:4610');
  // Somebody tries a wrong code elsewhere.
  offered = offer({ triesLeft: 3, lastAskedFrom: '10.20.4.77' });
  hub.tell({ notice: true, type: 'desks.changed' });
  await waitFor(() => expect(pairing().textContent).toContain('3 of 5, 10.20.4.77'));
  vi.setSystemTime(NOON + PAIRING_MS - 20 * SECOND_MS);
  setServerNow(NOON + PAIRING_MS - 20 * SECOND_MS);
  await waitFor(() => expect(screen.getByRole('timer').textContent).toMatch(/\b0:20|20 s/));
  (await screen.findByRole('button', { name: 'T1-04' })).focus();
  await keys.keyboard('{Escape}');
  expect(screen.queryByRole('img', { name: /^Code/ })).toBeNull();
  expect(hub.inputsOf('desks.endOffer')).toHaveLength(1);
});

test('a code that has ended without a desk is said so', async () => {
  offered = offer();
  await show();
  expect(await screen.findByRole('img', { name: /^Code/ })).toBeTruthy();
  offered = null;
  hub.tell({ notice: true, type: 'desks.changed' });
  expect(await screen.findByText('The code for T2-01 has ended, and nothing was paired.')).toBeTruthy();
});

test.each([
  ['DESK_TAKEN', { desk: 'T1-05' }],
  ['DESKS_FULL', {}],
] as const)('the hub refuses a new desk as %s: that stands beside the name, which stays', async (code, details) => {
  hub.answers('desks.offer', () => refuse(code, details as never) as never);
  const keys = await showRows();
  await keys.keyboard('a');
  await keys.type(await screen.findByRole('textbox', { name: 'Name of the desk' }), 't1-05{Enter}');
  const refused = refuse(code, details as never);
  await waitFor(() => expect(pairing().textContent).toContain(refused.ok ? '' : refused.refusal.message));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the desk' }).value).toBe('T1-05');
});

test('a desk is revoked by Ctrl Enter alone, and once', async () => {
  hub.answers('desks.revoke', ({ id }) => accept({ id, desk: 'T1-04' }));
  const keys = await showRows();
  await keys.keyboard('{Delete}');
  expect((await screen.findByRole('alertdialog')).textContent).toContain('you are signed out');
  await keys.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(hub.inputsOf('desks.revoke')).toEqual([]);
  screen.getByRole('button', { name: 'T1-04' }).focus();
  await keys.keyboard('{Delete}');
  await screen.findByRole('alertdialog');
  await keys.keyboard('{Control>}{Enter}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(hub.inputsOf('desks.revoke')).toMatchObject([{ id: idOf('T1-04') }]);
});

test('a name that is taken is said in the dialog, and nothing is renamed', async () => {
  hub.answers('desks.rename', () => refuse('DESK_TAKEN', { desk: 'T1-05' } as never) as never);
  const keys = await showRows();
  await keys.keyboard('e');
  const field = await screen.findByRole('textbox', { name: 'Name' });
  await keys.clear(field);
  await keys.type(field, 't1-05{Enter}{Enter}');
  await waitFor(() => expect(within(screen.getByRole('dialog')).getByRole('alert').textContent).toContain('T1-05'));
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('a hub that was started again has no code any more: after the PIN the console showed the old one, counting down', async () => {
  offered = offer();
  await show();
  expect(await screen.findByRole('img', { name: /^Code/ })).toBeTruthy();
  act(() => useSession.setState({ locked: true }));
  offered = null;
  act(() => useSession.setState({ locked: false }));
  expect(await screen.findByText('The code for T2-01 has ended, and nothing was paired.')).toBeTruthy();
});

test('before any desk is paired F7 goes to the code that is shown, where Esc stops it: it went to a place without keys', async () => {
  offered = offer();
  await show([]);
  const code = await screen.findByRole('img', { name: /^Code/ });
  expect(firstStopIn(screen.getByRole('tabpanel'))?.contains(code)).toBe(true);
});

/** The list as the hub gives it from now on. */
async function listIs(list: readonly Desk[]): Promise<void> {
  hub.answers('desks.list', () => accept({ hub: 'JFK-1', desks: [...list] }));
  await act(() => useDesks.getState().load());
}

test.each([
  ['{Delete}', 'alertdialog', 'Revoke T2-02?'],
  ['e', 'dialog', 'Rename T2-02'],
  ['m', 'dialog', 'What T2-02 may'],
] as const)(
  'what %s asks stays about its desk when that one leaves the filter: it asked about another, which Ctrl Enter then revoked',
  async (key, role, title) => {
    const system = { kind: 'system', rights: { calls: 'reads', feeds: false, callsPerSecond: 5 }, keptIn: null } as const;
    const [first, second] = [desk('T1-01', system), desk('T2-02', system)];
    hub.answers('desks.revoke', ({ id }) => accept({ id, desk: 'T2-02' }));
    await show([first, second]);
    const keys = user();
    (await screen.findByRole('button', { name: 'T1-01' })).focus();
    await keys.keyboard('{Control>}f{/Control}live{Enter}{ArrowDown}');
    expect(chosen().getByRole('heading', { name: 'T2-02' })).toBeTruthy();
    await keys.keyboard(key);
    await screen.findByRole(role, { name: title });
    // It loses the network, so it is no more of those that the filter finds.
    await listIs([first, { ...second, state: 'away', user: null }]);
    expect(screen.getByRole(role).textContent).toContain(title);
    if (role !== 'alertdialog') return;
    await keys.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(hub.inputsOf('desks.revoke')).toMatchObject([{ id: idOf('T2-02') }]);
  },
);

test('who is asked whether to revoke a desk that another supervisor revokes meanwhile reads that, and has nothing left to do', async () => {
  const keys = await showRows();
  await keys.keyboard('{Delete}');
  await screen.findByRole('alertdialog');
  await listIs([desk('T1-04', { state: 'revoked', user: null, revokedAt: NOON, revokedBy: 'lind' })]);
  expect(screen.getByRole('alertdialog').textContent).toContain('T1-04 was revoked by lind meanwhile.');
  await keys.keyboard('{Control>}{Enter}{/Control}');
  expect(hub.inputsOf('desks.revoke')).toEqual([]);
  await keys.keyboard('{Escape}');
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('a question whether to revoke reads the list anew, and names who has just signed in there: the list was up to 15 s old', async () => {
  const keys = await showRows();
  await keys.keyboard('{ArrowDown}');
  hub.answers('desks.list', () => accept({ hub: 'JFK-1', desks: [desk('T1-04'), desk('T1-05', { user: 'Nia Abara' })] }));
  await keys.keyboard('{Delete}');
  const asked = await screen.findByRole('alertdialog', { name: 'Revoke T1-05?' });
  await waitFor(() => expect(asked.textContent).toContain('and Nia Abara is signed out there'));
});

test('a question whether to revoke says where it is this desk itself: the supervisor read their own name as that of another', async () => {
  const keys = await showRows();
  await keys.keyboard('{Delete}');
  const asked = await screen.findByRole('alertdialog', { name: 'Revoke T1-04?' });
  expect(asked.textContent).toContain('This is the desk at which you are.');
});

test('a code is asked for anew when the clock of the hub steps: it showed 0:00, and went on to pair', async () => {
  offered = offer();
  await show();
  expect((await screen.findByRole('timer')).textContent).toContain('2:00');
  // The computer of the hub slept, or its clock was set: the code stays good for as long as it was.
  const later = NOON + 2 * HOUR_MS;
  offered = offer({ endsAt: later + PAIRING_MS });
  vi.setSystemTime(later);
  setServerNow(later);
  await waitFor(() => expect(screen.getByRole('timer').textContent).toContain('0:00'));
  hub.tell({ notice: true, type: 'hub.clock', now: later, clock: hubState().clock });
  await waitFor(() => expect(screen.getByRole('timer').textContent).toContain('2:00'));
});
