import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AdminScreen } from '../../../renderer/admin/admin-screen.tsx';
import { ageText } from '../../../renderer/admin/job-words.ts';
import { useJobs } from '../../../renderer/admin/jobs-store.ts';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { connectionLive } from '../../../renderer/stores/connection-store.ts';
import { useNavigation } from '../../../renderer/stores/navigation-store.ts';
import type { Output } from '../../../shared/contract.ts';
import { DAY_MS, HOUR_MS, instant, MINUTE_MS } from '../../../shared/instants.ts';
import type { JobView } from '../../../shared/methods/jobs.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { deskState, NOON } from '../support/samples.ts';

const job = (jobId: number, change: Partial<JobView> = {}): JobView => ({
  ...{ jobId, kind: 'refund', standing: 'waits', bookingId: 70 + jobId, locator: `K7QF2${jobId}`, amount: 268_85, currency: 'USD' },
  ...{ approvalCode: '071642', reason: 'cancelled', since: instant(NOON - HOUR_MS), nextAt: instant(NOON + MINUTE_MS), tries: [] },
  ...change,
});
const tried = (answer: string) => ({ at: instant(NOON - MINUTE_MS), answer });
const DEAD = job(1, { standing: 'dead', nextAt: null, tries: [tried('the bank is closed'), tried('the card is closed')] });
const FAILED = job(2, { standing: 'failed', kind: 'reversal', approvalCode: '', tries: [tried('no answer within 30 s')] });
const ALSO_DEAD = job(3, { standing: 'dead', nextAt: null, currency: 'JPY', amount: 1_250 });

let desk: FakeBridge;
let list: Output<'jobs.list'>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  setServerNow(NOON);
  connectionLive();
  list = {
    jobs: [DEAD, ALSO_DEAD, FAILED],
    more: 0,
    due: [
      { kind: 'refund', currency: 'JPY', amount: 1_250, count: 1, dead: 1 },
      { kind: 'refund', currency: 'USD', amount: 268_85, count: 1, dead: 1 },
      { kind: 'reversal', currency: 'USD', amount: 268_85, count: 1, dead: 0 },
    ],
    doneLastDay: 12,
    version: 9,
  };
  desk = new FakeBridge().answers('jobs.list', () => accept(list)).answers('jobs.tryAgain', ({ jobId }) => accept({ jobId }));
  connect(desk);
  useSession.setState({ state: deskState(), session: { user: 'osei', display: 'M. Osei', role: 'supervisor', desk: 'T1-01' } });
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
  expect(due.getByText('537.70')).toBeTruthy();
  expect(due.getByText('1,250')).toBeTruthy();
  expect(due.getByText('2 dead letters')).toBeTruthy();
  expect(due.getByText(/12 done in the last 24 h/)).toBeTruthy();
});

test('each job tells what is due, to which card, what came of the last try and when the next is', async () => {
  show();
  const table = within(await screen.findByRole('table', { name: 'Jobs' }));
  expect(
    table.getByRole('row', { name: 'K7QF21 dead letter refund 268.85 USD code 071642 1 h 00 2 the card is closed none' }),
  ).toBeTruthy();
  expect(
    table.getByRole('row', { name: 'K7QF22 failed, again reversal 268.85 USD never answered 1 h 00 1 no answer within 30 s 07:01' }),
  ).toBeTruthy();
  const tries = within(screen.getByRole('list', { name: 'Tries, newest first' })).getAllByRole('listitem');
  expect(tries.map((each) => each.textContent)).toEqual([
    expect.stringContaining('the card is closed'),
    expect.stringContaining('the bank is closed'),
  ]);
});

test('by keyboard: N goes round the dead letters, R tries again, O opens the booking', async () => {
  show();
  await screen.findByRole('table', { name: 'Jobs' });
  await user().keyboard('n');
  expect(document.activeElement?.textContent).toBe('K7QF23');
  await user().keyboard('n');
  expect(document.activeElement?.textContent).toBe('K7QF21');
  await user().keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('K7QF22');
  await user().keyboard('r');
  expect(desk.asked.find(({ method }) => method === 'jobs.tryAgain')?.input).toMatchObject({ jobId: 2 });
  await user().keyboard('o');
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 72 });
});

test('a try that is refused says why beside the job', async () => {
  desk.answers('jobs.tryAgain', () => refuse('JOB_DONE'));
  show();
  await user().click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('This job is done.')).toBeTruthy();
});

test('the list follows what the hub tells, until nothing is due', async () => {
  show();
  await screen.findByRole('table', { name: 'Jobs' });
  list = { jobs: [], more: 0, due: [], doneLastDay: 15, version: 10 };
  act(() => desk.tell({ notice: true, type: 'jobs.changed' }));
  await waitFor(() => expect(screen.getByText('No money is due')).toBeTruthy());
  expect(screen.getByText('Nothing waits to be done')).toBeTruthy();
});

test('a list that cannot be read says why', async () => {
  desk.answers('jobs.list', () => refuse('HUB_BUSY'));
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
