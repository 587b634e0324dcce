import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { useSession } from '../../../renderer/client/session-store.ts';
import { type Draft, keepDraft } from '../../../renderer/pricing/draft-store.ts';
import { NETWORK } from '../../../renderer/pricing/scope-key.ts';
import { useWhatIfOptions } from '../../../renderer/pricing/what-if-options.tsx';
import { runText, signed, simRows, verdictOf } from '../../../renderer/pricing/what-if-words.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { connectionLive } from '../../../renderer/stores/connection-store.ts';
import { go, startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { sessionEnded } from '../../../renderer/stores/session-actions.ts';
import type { ChangedCabin, PresentLoads, Simulated, WhatIfRun } from '../../../shared/methods/pricing-what-if.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { priceQuestion } from '../../shared/pricing/price-question.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { hubState, NOON } from '../support/samples.ts';
import { DEMAND, policies, version } from './policy-samples.ts';

const templates = POLICY_TEMPLATES as Record<string, readonly PolicyRule[]>;
const [FROM, TO] = [templates.demand ?? [], templates.tiers ?? []];

const cabin = (flightId: number, before: number, after: number, more: Partial<ChangedCabin> = {}): ChangedCabin => ({
  ...{ flightId, flight: `B6 ${flightId}`, origin: 'JFK', destination: 'LAX', originZone: 'America/New_York', date: '2026-11-26' },
  ...{ departsAt: NOON + 86_400_000, cabin: 'Y', authorised: 100, taken: 62, currency: 'USD', before, after },
  ...more,
});
const LOADS: PresentLoads = {
  ...{
    flights: 1_581,
    up: 28,
    down: 13,
    mixed: 1,
    cabins: 3_000,
    cabinsChanged: 44,
    why: { narrower: 300, floor: 39, ceiling: 0, same: 1_200 },
  },
  means: [{ currency: 'USD', cabins: 44, before: 300_00, after: 309_00 }],
  largest: [cabin(407, 347_00, 379_00), cabin(12, 150_00, 15_00)],
  byMoney: [cabin(12, 150_00, 15_00)],
  unchanged: [(({ before, after: _, ...facts }) => ({ ...facts, price: before, why: 'floor' as const }))(cabin(9, 90_00, 90_00))],
};
const interval = (mean: number, reach: number) => ({ mean, low: mean - reach, high: mean + reach });
const SIMULATED: Simulated = {
  ...{ runs: 640, flights: 30, currency: 'USD' },
  published: {
    revenue: interval(10_000_00, 10),
    loadFactor: interval(0.81, 0.01),
    spilled: interval(10, 1),
    declined: interval(0, 0),
    averagePrice: interval(100_00, 10),
  },
  draft: {
    revenue: interval(10_210_00, 10),
    loadFactor: interval(0.8, 0.01),
    spilled: interval(8, 1),
    declined: interval(3, 1),
    averagePrice: interval(104_00, 10),
  },
  change: {
    revenue: interval(210_00, 120_00),
    loadFactor: interval(-0.01, 0.02),
    spilled: interval(-2, 1),
    declined: interval(3, 1),
    averagePrice: interval(4_00, 1_00),
  },
  points: [
    { runs: 100, low: -1, mean: 2, high: 5 },
    { runs: 640, low: 0.9, mean: 2.1, high: 3.3 },
  ],
};
const run = (more: Partial<WhatIfRun> = {}): WhatIfRun => ({
  ...{
    number: 1,
    scope: NETWORK,
    rules: [...TO],
    seed: 41,
    runs: 1_000,
    demandPercent: 140,
    order: 'low-fare-first',
    state: 'runs',
    problem: '',
  },
  ...{ ahead: 0, at: NOON, stage: 'simulation', done: 640, total: 1_000, loads: LOADS, simulated: SIMULATED },
  ...more,
});

let hub: FakeBridge;
let now: WhatIfRun | null;
const user = userEvent.setup();

beforeEach(() => {
  localStorage.clear();
  setServerNow(NOON);
  connectionLive();
  now = null;
  useWhatIfOptions.setState({ runs: 1_000, order: 'low-fare-first', demand: '140', seed: '41' });
  hub = new FakeBridge()
    .gives('session.state', hubState())
    .gives('holds.ofDesk', { holds: [] })
    .gives('pricing.policies', policies())
    .gives('pricing.example', { example: null })
    .answers('flights.seatMap', () => refuse('FLIGHT_UNKNOWN'))
    .answers('whatIf.status', () => accept({ run: now }))
    .answers('whatIf.start', () => {
      now = run();
      return accept({ run: now });
    })
    .answers('whatIf.stop', () => {
      now = now && { ...now, state: 'stopped' };
      return accept({ run: now });
    });
});
afterEach(() => {
  cleanup();
  act(() => sessionEnded(''));
  startOver();
});

async function show(draft: Partial<Draft> | null = {}) {
  openConsole(hub, OSEI);
  useSession.setState({ entered: true });
  if (draft) keepDraft({ scope: NETWORK, basedOn: 1, began: FROM, beganOn: 1, rules: TO, reason: '', from: 'now', until: '', ...draft });
  go({ name: 'pricing', tab: 'whatIf' });
  render(<App />);
  await screen.findByRole('tab', { name: 'What-if', selected: true });
}
const tell = () => act(async () => hub.tell({ notice: true, type: 'whatIf.changed' }));
const table = (name: RegExp | string) => screen.getByRole('table', { name });
const cells = (row: HTMLElement) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent);

test('a draft is tried with the keyboard: what changes, what is simulated, and Esc stops with the figures kept', async () => {
  await show();
  (await screen.findByRole('button', { name: /Try it/ })).focus();
  await user.keyboard(`r${ACTED}`);
  expect(hub.inputsOf('whatIf.start')).toEqual([
    { scope: NETWORK, rules: TO, seed: 41, runs: 1_000, demandPercent: 140, order: 'low-fare-first' },
  ]);
  expect(await screen.findByRole('heading', { name: '42 flights change' })).toBeTruthy();
  expect(screen.getByText('of 1,581; 28 up, 13 down, 1 both ways')).toBeTruthy();
  expect(screen.getByRole('progressbar', { name: '640 of 1,000 runs' }).getAttribute('aria-valuenow')).toBe('64');
  const [, first, slip] = within(table('42 flights change')).getAllByRole('row');
  expect(cells(first as HTMLElement)).toEqual(['B6 407 Y', 'JFK\u2013LAX', '26NOV 07:00', '62 %', '347.00', '379.00', '+32.00 +9 %']);
  expect(cells(slip as HTMLElement).at(-1)).toBe('\u2212135.00 \u221290 %');
  const revenue = within(table('Simulated flights')).getByRole('row', { name: /Revenue/ });
  expect(cells(revenue).slice(0, 5)).toEqual(['Revenue USD', '10,000', '10,210', '+2.1 %', '+0.9 to +3.3']);
  screen.getByRole('button', { name: /Stop/ }).focus();
  await user.keyboard('{Escape}');
  expect(hub.inputsOf('whatIf.stop')).toHaveLength(1);
  expect(await screen.findByText('Stopped at 640 of 1,000 runs')).toBeTruthy();
  expect(table('Simulated flights')).toBeTruthy();
  expect(screen.getByRole('button', { name: /Run again/ })).toBeTruthy();
});

test('S goes on to the flights by money, and to those that do not change with why', async () => {
  now = run({ state: 'done' });
  await show();
  (await screen.findByRole('button', { name: /B6 407/ })).focus();
  await user.keyboard(`s${ACTED}`);
  expect(within(table('42 flights change')).getAllByRole('row')).toHaveLength(2);
  screen.getByRole('button', { name: /B6 12/ }).focus();
  await user.keyboard(`s${ACTED}`);
  expect(within(table('42 flights change')).getByText('held by the floor')).toBeTruthy();
  expect(
    screen.getByText(/Not changed: 1,200 with the same price; 300 priced by a policy of a narrower scope; 39 held by the floor\./),
  ).toBeTruthy();
  expect(screen.getByText(/On average 300\.00 to 309\.00 USD \(\+3\.0 %\)/)).toBeTruthy();
});

test('arrows walk the flights and Enter opens the seats of one', async () => {
  now = run({ state: 'done' });
  await show();
  (await screen.findByRole('button', { name: /B6 407/ })).focus();
  await user.keyboard('{ArrowDown}{Enter}');
  expect(useNavigation.getState().screen).toMatchObject({ name: 'flight', flightIds: [12] });
});

test('a what-if that goes on while one looks elsewhere is found again, and its notices are followed', async () => {
  now = run({ done: 100, simulated: { ...SIMULATED, runs: 100 } });
  await show();
  expect(await screen.findByRole('progressbar', { name: '100 of 1,000 runs' })).toBeTruthy();
  now = run({ state: 'done', done: 1_000, simulated: { ...SIMULATED, runs: 1_000 } });
  await tell();
  expect(await screen.findByRole('button', { name: /Run again/ })).toBeTruthy();
  expect(screen.getAllByText('1,000 runs').length).toBeGreaterThan(0);
});

test('Ctrl Enter publishes the draft from beside its preview, once, and the figures then say what they are compared with', async () => {
  now = run({ state: 'done' });
  let published = false;
  const next = version({ version: 15, rules: [...TO], validFrom: NOON + 1, reason: 'Steps' });
  hub
    .answers('pricing.policies', () => accept(published ? policies({ newest: 15, inForce: next, own: [next] }) : policies()))
    .answers('pricing.publish', () => {
      published = true;
      return accept(next);
    });
  await show({ basedOn: 14, began: DEMAND, beganOn: 14 });
  expect(await screen.findByRole('heading', { name: '42 flights change' })).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Publish/ })).toHaveProperty('disabled', true);
  await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'Steps{Control>}{Enter}{Enter}{/Control}');
  expect(hub.inputsOf('pricing.publish')).toMatchObject([{ scope: NETWORK, rules: TO, reason: 'Steps', basedOn: 14, validFrom: null }]);
  expect(await screen.findByText('v15 came in since')).toBeTruthy();
  expect(within(table('42 flights change')).getByText(/^Before/)).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: 'Reason' })).toBeNull();
});

test('a change larger than the rail asks for its price beside the preview, and is published with it', async () => {
  now = run({ state: 'done' });
  const slip = { fare: 15_00, before: 150_00, percent: 40, question: priceQuestion({}), fareText: '15.00 USD', beforeText: '150.00 USD' };
  hub.answers('pricing.publish', ({ typed }) =>
    typed === 15_00 ? accept(version({ version: 15, rules: [...TO] })) : refuse('POLICY_SLIP', slip),
  );
  await show({ basedOn: 14, began: DEMAND, beganOn: 14, reason: 'Steps' });
  await screen.findByRole('heading', { name: '42 flights change' });
  await user.click(screen.getByRole('button', { name: /^Publish/ }));
  await user.type(await screen.findByRole('textbox', { name: /Type the price/ }), '15{Enter}');
  expect(hub.inputsOf('pricing.publish').map(({ typed }) => typed)).toEqual([undefined, 15_00]);
  expect(screen.queryByRole('region', { name: 'Is this a slip?' })).toBeNull();
});

test('says when the draft is another one than was tried, and when the what-if was of another scope', async () => {
  now = run({ state: 'done', rules: [...FROM] });
  await show();
  expect(await screen.findByText(/The draft has changed since/)).toBeTruthy();
  act(() => go({ name: 'pricing', tab: 'whatIf', scope: { kind: 'route', origin: 'JFK', destination: 'LAX' } }));
  expect(await screen.findByText('There is no draft to try')).toBeTruthy();
  expect(screen.queryByRole('table', { name: 'Simulated flights' })).toBeNull();
});

test('a refusal says why and what would work', async () => {
  hub.answers('whatIf.start', () => refuse('WHAT_IF_BUSY'));
  await show();
  await user.click(await screen.findByRole('button', { name: /Try it/ }));
  expect((await screen.findByText('Too many desks are trying prices.')).closest('[role="alert"]')).toBeTruthy();
});

test('a number that cannot be read stops it, and says what can', async () => {
  await show();
  const demand = await screen.findByRole('textbox', { name: /Demand/ });
  await user.clear(demand);
  await user.type(demand, '0{Enter}');
  expect(screen.getByText('1 to 400')).toBeTruthy();
  expect(screen.getByRole('button', { name: /Try it/ }).hasAttribute('disabled')).toBe(true);
  await user.clear(demand);
  await user.type(demand, '90{Enter}');
  expect(hub.inputsOf('whatIf.start').map(({ demandPercent }) => demandPercent)).toEqual([90]);
});

test('without a draft there is nothing to try, and the way to one', async () => {
  await show(null);
  await user.click(await screen.findByRole('button', { name: 'Go to the policy' }));
  expect(useNavigation.getState().screen).toMatchObject({ name: 'pricing', tab: 'policy' });
});

test('a draft that prices no flight to come has nothing to simulate', async () => {
  now = run({
    state: 'done',
    stage: 'loads',
    loads: { ...LOADS, up: 0, down: 0, mixed: 0, cabinsChanged: 0, largest: [], byMoney: [], means: [] },
    simulated: null,
  });
  await show();
  expect(await screen.findByText('Nothing to simulate')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'No flight changes' })).toBeTruthy();
  expect(screen.getByText('No price of this scope changes.')).toBeTruthy();
});

describe('words', () => {
  test.each<[Partial<WhatIfRun>, string]>([
    [{ state: 'waits', ahead: 1 }, 'Waits; 1 desk is before this one'],
    [{ state: 'waits', ahead: 3 }, 'Waits; 3 desks are before this one'],
    [{ stage: 'loads', done: 0, total: 0 }, 'Reading flights'],
    [{ stage: 'loads', done: 500_000, total: 1_000_000 }, '50 % of the flights read'],
    [{ state: 'stopped', stage: 'loads', done: 1, total: 4 }, 'Stopped at 25 % of the flights read'],
    [{ state: 'stopped', stage: 'loads', done: 0, total: 0 }, 'Stopped before any flight was read'],
    [{ state: 'failed', problem: 'disk I/O error.' }, 'Broke off: disk I/O error'],
    [{ state: 'done', stage: 'loads' }, 'All flights read'],
  ])('%o: %s', (more, text) => expect(runText(run(more))).toBe(text));

  test.each([
    [2.14, 1, '+2.1'],
    [-0.54, 1, '\u22120.5'],
    [-0.04, 1, '0.0'],
    [0, 0, '0'],
  ])('%f with %i decimals: %s', (figure, decimals, text) => expect(signed(figure, decimals)).toBe(text));

  test('what nobody was turned away for before changes by passengers, not by percent of nothing', () => {
    expect(simRows(SIMULATED).find(({ name }) => name === 'Declined')?.change).toBe('+3.0');
  });

  test.each([
    [{ low: 1, high: 2, good: 'more' }, 'ok'],
    [{ low: 1, high: 2, good: 'less' }, 'bad'],
    [{ low: -2, high: -1, good: 'less' }, 'ok'],
    [{ low: -1, high: 2, good: 'more' }, ''],
    [{ low: 1, high: 2, good: 'neither' }, ''],
  ] as const)('%o is %s', (row, verdict) => expect(verdictOf(row)).toBe(verdict));
});
