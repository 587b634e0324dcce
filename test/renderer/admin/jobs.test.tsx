import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { AdminScreen } from '../../../renderer/admin/admin-screen.tsx';
import { ageText } from '../../../renderer/admin/job-words.ts';
import { useJobs } from '../../../renderer/admin/jobs-store.ts';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { connectionLive } from '../../../renderer/stores/connection-store.ts';
import { useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { assert } from '../../../shared/assert.ts';
import type { Output } from '../../../shared/contract.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, NOON } from '../support/samples.ts';

// A refund in dollars that was refused twice, one in yen, and the reversal of a charge that the terminal never answered.
const LIST = inject('samples').admin.jobs;
const [DEAD, ALSO_DEAD, FAILED] = LIST.jobs;
assert(DEAD && ALSO_DEAD && FAILED, 'three jobs are due');

let hub: FakeBridge;
let list: Output<'jobs.list'>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  setServerNow(NOON);
  connectionLive();
  list = LIST;
  hub = new FakeBridge()
    .gives('refunds.due', { refunds: [], more: 0 })
    .answers('jobs.list', () => accept(list))
    .answers('jobs.tryAgain', ({ jobId }) => accept({ jobId }));
  connect(hub);
  useSession.setState({ state: hubState(), session: { user: 'osei', display: 'M. Osei', role: 'supervisor', desk: 'T1-01' } });
});
afterEach(() => {
  cleanup();
  useJobs.setState({ list: null, chosen: null, refusal: null, notTried: null, asking: 'no' });
  vi.useRealTimers();
});
const show = () => render(<AdminScreen screen={{ name: 'admin', tab: 'jobs' }} />);
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });

test('money due stands on top, one sum a currency, and how many are dead letters', async () => {
  show();
  const due = within(await screen.findByRole('region', { name: 'Money due' }));
  expect(due.getByText('200.00')).toBeTruthy();
  expect(due.getByText('1,250')).toBeTruthy();
  expect(due.getByText('2 dead letters')).toBeTruthy();
  expect(due.getByText(/1 done in the last 24 h/)).toBeTruthy();
});

test('a refund that waits for a wallet alone was told as no money due', async () => {
  list = { ...LIST, jobs: [], due: [], more: 0 };
  const refund = {
    refundId: 1,
    bookingId: 1,
    locator: 'K7QF2M',
    wallet: '415093218877',
    amount: 40_00,
    currency: 'USD',
    reason: 'cancelled',
    ...{ at: NOON, desk: 'T1-04', user: 'ruiz' },
  };
  hub.gives('refunds.due', { refunds: [refund], more: 0 });
  show();
  const due = within(await screen.findByRole('region', { name: 'Money due' }));
  expect(due.getByText('40.00')).toBeTruthy();
  expect(screen.getByRole('table', { name: 'To be sent to wallets' })).toBeTruthy();
  expect(screen.queryByText('Nothing waits to be done')).toBeNull();
  // Who has to send it could not see for what: the row led nowhere.
  screen.getByRole('button', { name: 'Open booking K7QF2M' }).focus();
  await user().keyboard('{Enter}');
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 1 });
});

test('each job tells what is due, to which card, what came of the last try and when the next is', async () => {
  show();
  const table = within(await screen.findByRole('table', { name: 'Jobs' }));
  const dead = `${DEAD.locator} dead letter refund 100.00 USD code ${DEAD.approvalCode} 1 h 00 2 the bank is closed none`;
  expect(table.getByRole('row', { name: dead })).toBeTruthy();
  const failed = `${FAILED.locator} failed, again reversal 100.00 USD never answered now 1 the bank is closed 07:00`;
  expect(table.getByRole('row', { name: failed })).toBeTruthy();
  const tries = within(screen.getByRole('list', { name: 'Tries, newest first' })).getAllByRole('listitem');
  expect(tries.map((each) => each.textContent)).toEqual([
    expect.stringContaining('the bank is closed'),
    expect.stringContaining('the card is closed'),
  ]);
});

test('by keyboard: N goes round the dead letters, R tries again, O opens the booking', async () => {
  show();
  await screen.findByRole('table', { name: 'Jobs' });
  document.querySelector<HTMLElement>('.jb-choose')?.focus();
  await user().keyboard(`n${ACTED}`);
  expect(document.activeElement?.textContent).toBe(ALSO_DEAD.locator);
  await user().keyboard(`n${ACTED}`);
  expect(document.activeElement?.textContent).toBe(DEAD.locator);
  await user().keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toBe(FAILED.locator);
  await user().keyboard(`r${ACTED}`);
  expect(hub.asked.find(({ method }) => method === 'jobs.tryAgain')?.input).toMatchObject({ jobId: FAILED.jobId });
  await user().keyboard(`o${ACTED}`);
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: FAILED.bookingId });
});

test('a try that is refused says why beside the job', async () => {
  hub.answers('jobs.tryAgain', () => refuse('JOB_DONE'));
  show();
  await user().click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('This job is done.')).toBeTruthy();
});

test('the list follows what the hub tells, until nothing is due', async () => {
  show();
  await screen.findByRole('table', { name: 'Jobs' });
  list = { jobs: [], more: 0, due: [], doneLastDay: 4, version: LIST.version + 1 };
  act(() => hub.tell({ notice: true, type: 'jobs.changed' }));
  await waitFor(() => expect(screen.getByText('No money is due')).toBeTruthy());
  expect(screen.getByText('Nothing waits to be done')).toBeTruthy();
});

test('a list that cannot be read says why', async () => {
  hub.answers('jobs.list', () => refuse('HUB_BUSY'));
  show();
  expect(await screen.findByText('Too many requests are waiting at the hub.')).toBeTruthy();
});

test.each([
  [MINUTE_MS - 1, 'now'],
  [59 * MINUTE_MS, '59 min'],
  [3 * HOUR_MS + 12 * MINUTE_MS, '3 h 12'],
  [2 * DAY_MS + 4 * HOUR_MS, '2 d 4 h'],
])('%i ms is %s', (ms, text) => {
  expect(ageText(ms)).toBe(text);
});
