import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { HistoryTab } from '../../../renderer/pricing/history-tab.tsx';
import { versionState } from '../../../renderer/pricing/version-state.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { useNavigation } from '../../../renderer/stores/navigation-store.ts';
import type { ClassOverride } from '../../../shared/methods/class-overrides.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole, RUIZ } from '../support/open-console.ts';
import { NOON } from '../support/samples.ts';
import { DEMAND, policies, TIERS, version } from './policy-samples.ts';

const user = userEvent.setup();
const JFK_LAX = { kind: 'route', origin: 'JFK', destination: 'LAX' } as const;
const first = version({ version: 13, rules: DEMAND, author: '', reason: '' });
const second = version({ version: 14, rules: TIERS });
const route = version({ version: 15, scope: JFK_LAX, rules: DEMAND, reason: 'Game week', validTo: NOON + 3_600_000 });
const ended = version({ version: 16, scope: JFK_LAX, rules: null, reason: 'Game week is over', validFrom: NOON + 7_200_000 });

let hub: FakeBridge;
beforeEach(() => {
  setServerNow(NOON);
  hub = new FakeBridge()
    .gives('pricing.history', { policies: [ended, route, second, first], more: false })
    .gives('pricing.policies', policies())
    .gives('pricing.example', { example: null });
});
afterEach(cleanup);

async function show(session = OSEI) {
  openConsole(hub, session);
  render(<HistoryTab />);
  await screen.findByRole('table', { name: 'Versions' });
}
const row = (name: RegExp) => screen.getByRole('row', { name });
const chosen = (name: string) => within(screen.getByRole('region', { name }));

test('each version tells its flights, whether it counts, by whom and why', async () => {
  await show();
  expect(row(/^v16 Route JFK–LAX to come Sat 21 Nov 09:00 osei Game week is over$/)).toBeTruthy();
  expect(row(/^v15 Route JFK–LAX in force Sat 21 Nov 06:00 Sat 21 Nov 08:00 osei Game week$/)).toBeTruthy();
  expect(row(/^v14 Network in force/)).toBeTruthy();
  expect(row(/^v13 Network past – –/)).toBeTruthy();
});

test('the chosen one tells what it changed, rule by rule; the arrows choose', async () => {
  await show();
  expect(chosen('Version 16').getByText(/has no policy of its own/)).toBeTruthy();
  act(() => screen.getByRole('button', { name: 'v16' }).focus());
  await user.keyboard('{ArrowDown}{ArrowDown}');
  const changed = chosen('Version 14').getByRole('table', { name: 'What it changed' });
  expect(within(changed).getByRole('row', { name: /^Load 0 % \+0, 100 % \+50 % below 50 % times 0\.7/ })).toBeTruthy();
  await user.keyboard(`o${ACTED}`);
  expect(useNavigation.getState().screen).toEqual({ name: 'pricing', tab: 'policy', scope: { kind: 'network' } });
});

test('one step publishes an earlier version again, with the version that is known as its base', async () => {
  hub.answers('pricing.publish', ({ rules }) => accept(version({ version: 17, rules, again: 13 })));
  await show();
  await user.click(screen.getByRole('button', { name: 'v13' }));
  expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('Back to v13');
  await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
  expect(hub.inputsOf('pricing.publish')).toEqual([
    {
      requestId: expect.any(String),
      ...{ scope: { kind: 'network' }, rules: DEMAND, validFrom: null, validTo: null },
      ...{ reason: 'Back to v13', basedOn: 14, again: 13 },
    },
  ]);
});

test('what is to come can be in force now, and nothing is said of sales under it', async () => {
  hub.gives('pricing.score', { scores: [], behind: 3 });
  await show();
  const later = chosen('Version 16');
  expect(later.getByLabelText<HTMLInputElement>('Reason').value).toBe('v16 now, not later');
  expect(later.getByRole('button', { name: /^Publish v16 now/ })).toBeTruthy();
  expect(await later.findByText('It is not in force yet.')).toBeTruthy();
  expect(later.queryByText(/Sales of the last moments/)).toBeNull();
});

test('what is in force is not published again, and a refusal stands beside the button', async () => {
  hub.answers('pricing.publish', () => refuse('POLICY_CHANGED', { version: 17, author: 'lindqvist', policy: null }));
  await show();
  await user.click(screen.getByRole('button', { name: 'v14' }));
  expect(screen.getByText('It is in force')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'v13' }));
  await user.click(screen.getByRole('button', { name: /Publish v13 again/ }));
  expect(await screen.findByText(/lindqvist published version 17/)).toBeTruthy();
});

test('the policy of a route is ended with a reason: the wider one counts from then on', async () => {
  hub.answers('pricing.publish', () => accept({ ...ended, version: 17 }));
  await show();
  await user.click(screen.getByRole('button', { name: 'v15' }));
  const end = screen.getByRole('button', { name: 'End it: the wider policy counts' });
  expect(end.hasAttribute('disabled')).toBe(true);
  await user.type(screen.getByLabelText('Reason'), 'Game week is over');
  await user.click(end);
  expect(hub.inputsOf('pricing.publish')).toMatchObject([{ scope: JFK_LAX, rules: null, basedOn: 16, reason: 'Game week is over' }]);
  expect(await screen.findByText('done: v17')).toBeTruthy();
});

test('an agent sees the history and publishes nothing', async () => {
  await show(RUIZ);
  expect(screen.queryByRole('button', { name: /Publish/ })).toBeNull();
});

it.each([
  ['begins in a moment', version({ validFrom: NOON + 1 }), 'to come'],
  [
    'was published at once, while the clock of the console is behind',
    version({ publishedAt: NOON + 900, validFrom: NOON + 900 }),
    'in force',
  ],
  ['begins now', version({ validFrom: NOON }), 'in force'],
  ['ends now', version({ validTo: NOON }), 'past'],
  ['ends in a moment', version({ validTo: NOON + 1 }), 'in force'],
])('a version that %s', (_case, policy, state) => {
  expect(versionState(policy, [policy], NOON)).toBe(state);
});

const LOADS = {
  ...{
    flights: 1_581,
    up: 28,
    down: 14,
    mixed: 0,
    cabins: 3_000,
    cabinsChanged: 44,
    why: { narrower: 300, floor: 39, ceiling: 0, same: 1_200 },
  },
  ...{ means: [], largest: [], byMoney: [], unchanged: [] },
};
const did = () => within(screen.getByRole('region', { name: 'What it did' }));

test('a version tells what it changed, what it earned against the one before, and the first sale under it', async () => {
  hub
    .gives('pricing.receipt', {
      receipt: { at: NOON, loads: LOADS, expected: null },
      firstSale: { bookingId: 7, locator: 'K7QF2M', at: NOON },
    })
    .gives('pricing.score', {
      scores: [
        { currency: 'USD', seats: 3, paid: 450_00, beforeLeast: 301_00, beforeMost: 301_00, dearer: 0, unknown: 0, givenBack: 1 },
        { currency: 'EUR', seats: 2, paid: 100_00, beforeLeast: 0, beforeMost: 200_00, dearer: 2, unknown: 1, givenBack: 0 },
      ],
      behind: 4,
    });
  await show();
  expect(await screen.findByText('42 flights change, of 1,581; 28 up, 14 down.')).toBeTruthy();
  expect(did().getByText(/^Not changed: 1,200 with the same price; 300 priced by/)).toBeTruthy();
  expect(did().getByText('+149.00')).toBeTruthy();
  expect(did().getByText('3 seats sold for 450.00 USD. The policy before asked 301.00 USD for them.')).toBeTruthy();
  expect(did().getByText('1 seat given back since.')).toBeTruthy();
  expect(did().getByText('\u2212100.00 to +100.00')).toBeTruthy();
  expect(did().getByText('2 seats would have cost more by the policy before; whether they had sold is not known.')).toBeTruthy();
  expect(did().getByText('K7QF2M')).toBeTruthy();
  expect(did().getByText('Sales of the last moments are not counted yet.')).toBeTruthy();
});

test('says that a receipt is being worked out, and shows it when the hub has written it', async () => {
  await show();
  await user.click(screen.getByRole('button', { name: 'v15' }));
  expect(await screen.findByText('Its receipt is being worked out.')).toBeTruthy();
  hub.gives('pricing.receipt', { receipt: { at: NOON, loads: LOADS, expected: null }, firstSale: null });
  await act(async () => hub.tell({ notice: true, type: 'pricing.outcome' }));
  expect(await screen.findByText('Nothing was sold under it yet.')).toBeTruthy();
});

test('what was in force before there were policies did nothing that could be told', async () => {
  await show();
  await user.click(screen.getByRole('button', { name: 'v13' }));
  expect(await screen.findByRole('region', { name: 'Version 13' })).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'What it did' })).toBeNull();
});

const closed = (change: Partial<ClassOverride> = {}): ClassOverride => ({
  ...{
    number: 1,
    scope: { kind: 'route', origin: 'JFK', destination: 'LAX', from: '2026-11-21', to: '2026-12-07' },
    cabin: 'Y',
    code: 'Q',
  },
  ...{ decision: 'closed', author: 'lindqvist', reason: 'congress in LA', at: NOON + 1 },
  ...change,
});

test('a class that was closed by hand stands beside the publishes, with its author, time, reason and score', async () => {
  hub.gives('pricing.overrides', { overrides: [closed()], more: false }).gives('pricing.overrideScore', {
    scores: [{ currency: 'USD', seats: 4, paid: 1_640_00, beforeLeast: 886_68, beforeMost: 886_68, dearer: 0, unknown: 0, givenBack: 0 }],
    behind: 0,
  });
  await show();
  expect(row(/^Q closed Route JFK–LAX in force Sat 21 Nov 07:00 departures to Mon 07 Dec lindqvist congress in LA$/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Q closed' }));
  const told = screen.getByRole('region', { name: 'Decision 1' });
  expect(told.textContent).toContain('Q closed by hand');
  expect(told.textContent).toContain('JFK\u2013LAX, Sat 21 Nov to Mon 07 Dec');
  expect(await did().findByText('+753.32')).toBeTruthy();
  expect(did().getByText('4 seats sold for 1,640.00 USD. The policy without it asked 886.68 USD for them.')).toBeTruthy();
  expect(hub.inputsOf('pricing.overrideScore')).toEqual([{ number: 1 }]);
  await user.keyboard(`o${ACTED}`);
  expect(useNavigation.getState().screen).toEqual({ name: 'pricing', tab: 'policy', scope: JFK_LAX });
});

test('a decision comes into the history at once when another supervisor makes it, and an agent sees it', async () => {
  await show(RUIZ);
  expect(screen.queryByRole('button', { name: 'Q closed' })).toBeNull();
  hub.gives('pricing.overrides', { overrides: [closed()], more: false });
  act(() =>
    hub.tell({
      ...{ event: 101, at: NOON, type: 'class.overridden', user: 'lindqvist', desk: 'T1-04' },
      data: {
        number: 1,
        scope: 'route',
        origin: 'JFK',
        destination: 'LAX',
        flightId: null,
        from: '2026-11-21',
        to: '2026-12-07',
        cabin: 'Y',
        code: 'Q',
        decision: 'closed',
      },
    }),
  );
  expect(await screen.findByRole('button', { name: 'Q closed' })).toBeTruthy();
});
