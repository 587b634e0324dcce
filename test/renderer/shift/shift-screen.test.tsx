import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { dropCount } from '../../../renderer/shift/count-store.ts';
import { useSales } from '../../../renderer/shift/sales-store.ts';
import { ShiftScreen } from '../../../renderer/shift/shift-screen.tsx';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { connectionLive } from '../../../renderer/stores/connection-store.ts';
import { loadShift, useShiftNow } from '../../../renderer/stores/shift-now-store.ts';
import type { Output } from '../../../shared/contract.ts';
import type { SalesDocument } from '../../../shared/methods/sales-report.ts';
import type { ShiftReport } from '../../../shared/methods/shifts.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, NOON } from '../support/samples.ts';

const totals: ShiftReport['totals'] = {
  tenders: [
    { kind: 'cash', currency: 'USD', documents: null, taken: null, back: null },
    { kind: 'card', currency: 'USD', documents: 1, taken: 200_00, back: 0 },
  ],
  documents: [{ kind: 'sale', currency: 'USD', documents: 2, amount: null }],
  ...{ agents: [], desks: [], flights: [], mixed: 0, voids: 0, overrides: 0, reprints: 1 },
};
const HIDDEN: ShiftReport = {
  ...{ shiftId: 3, desk: 'T1-04', user: 'ruiz', openedAt: NOON - 3_600_000, at: NOON, hidden: true },
  cash: [
    {
      ...{ currency: 'USD', float: 300_00, taken: null, sales: null, back: null, refunds: null },
      ...{ compensated: null, compensations: null, safe: 0, paidIn: 0, paidOut: 0, expected: null },
    },
  ],
  ...{ moves: [], counts: 0, counted: null, totals, closed: null },
};
const COUNTED: ShiftReport = {
  ...HIDDEN,
  hidden: false,
  cash: [
    {
      ...HIDDEN.cash[0],
      currency: 'USD',
      float: 300_00,
      taken: 120_00,
      sales: 1,
      back: 0,
      refunds: 0,
      compensated: 20_00,
      compensations: 1,
      safe: 0,
      paidIn: 0,
      paidOut: 0,
      expected: 400_00,
    },
  ],
  counts: 1,
  counted: {
    ...{ number: 1, at: NOON, user: 'ruiz', outdated: false },
    currencies: [{ currency: 'USD', pieces: [{ value: 100_00, pieces: 3 }], loose: 95_12, counted: 395_12, expected: 400_00 }],
  },
};
const now = (shift: ShiftReport | null, more: Partial<Output<'shift.now'>> = {}): Output<'shift.now'> => ({
  ...{ desk: 'T1-04', shift, forgottenAt: null, lastZ: 1183, outside: [], floatsIn: [], running: [], version: 1, ...more },
});

let hub: FakeBridge;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  setServerNow(NOON);
  connectionLive();
  hub = new FakeBridge()
    .gives('shift.now', now(HIDDEN))
    .gives('shift.list', { shifts: [], people: [] })
    .gives('reports.sales', { hidden: true, documents: [], totals, people: [] });
  connect(hub);
  useSession.setState({ state: hubState(), session: { user: 'ruiz', display: 'Ana Ruiz', role: 'agent', desk: 'T1-04' }, locked: false });
  window.print = vi.fn();
});
afterEach(() => {
  cleanup();
  dropCount();
  useSales.setState({ filter: '', people: new Map() });
  useShiftNow.setState({ now: null, askedElsewhere: null, elsewhere: null, refusal: null, asking: 'no' });
  vi.restoreAllMocks();
  vi.useRealTimers();
});
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });

test('a shift is opened with what lies in the drawer, also in two currencies', async () => {
  hub.gives('shift.now', now(null, { outside: [{ currency: 'USD', amount: 100_00, documents: 1 }] })).gives('shift.open', { shiftId: 4 });
  render(<ShiftScreen />);
  expect(await screen.findByText(/100.00 USD cash/)).toBeTruthy();
  await user().type(screen.getByRole('textbox', { name: 'Float' }), '300');
  await user().click(screen.getByRole('button', { name: 'Another currency' }));
  await user().type(screen.getByRole('textbox', { name: 'Currency 2' }), 'jpy');
  await user().type(screen.getByRole('textbox', { name: 'Float 2' }), '20000');
  await user().click(screen.getByRole('button', { name: /Open the shift/ }));
  expect(hub.inputsOf('shift.open')).toMatchObject([
    {
      floats: [
        { currency: 'USD', amount: 300_00 },
        { currency: 'JPY', amount: 20_000 },
      ],
    },
  ]);
});

test('the next shift asks for the currencies of the last one, and leaves out a further one without an amount (each began with dollars)', async () => {
  hub.gives('shift.now', now(null, { floatsIn: ['EUR', 'GBP', 'CHF'] })).gives('shift.open', { shiftId: 4 });
  render(<ShiftScreen />);
  const first = await screen.findByRole('textbox', { name: 'Float' });
  expect(document.activeElement).toBe(first);
  await user().type(first, '300');
  await user().type(screen.getByRole('textbox', { name: 'Float 2' }), '50{Enter}');
  expect(hub.inputsOf('shift.open')).toMatchObject([
    {
      floats: [
        { currency: 'EUR', amount: 300_00 },
        { currency: 'GBP', amount: 50_00 },
      ],
    },
  ]);
});

test('a hurried second Enter after the shift is opened presses nothing (it printed an X report)', async () => {
  hub.gives('shift.now', now(null));
  render(<ShiftScreen />);
  await screen.findByRole('textbox', { name: 'Float' });
  act(() => useShiftNow.setState({ now: now(HIDDEN) }));
  // What this returns is whether the browser would press the button.
  expect(fireEvent.keyDown(screen.getByRole('button', { name: /^X report/ }), { key: 'Enter' })).toBe(false);
  expect(hub.inputsOf('shift.report')).toEqual([]);
});

test('a blind count is made by pieces with the arrows, and given in by Ctrl Enter; then the reason has the focus (it was typed into the command bar)', async () => {
  hub.gives('shift.count', COUNTED);
  render(<ShiftScreen />);
  const cash = within(await screen.findByRole('table', { name: 'Cash USD' }));
  expect(cash.getAllByText(/hidden/)).toHaveLength(4);
  await user().click(screen.getByRole('button', { name: /Count the drawer/ }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Pieces of 100.00 USD' }));
  await user().keyboard('3{ArrowDown}1{ArrowDown}2');
  expect(screen.getByText('390.00')).toBeTruthy();
  await user().type(screen.getByRole('textbox', { name: 'Other USD' }), '5.12');
  expect(screen.getByRole('button', { name: /Give in the count, 395.12 USD so far/ })).toBeTruthy();
  hub.gives('shift.now', now(COUNTED));
  await user().keyboard('{Control>}{Enter}{/Control}');
  const [{ counts } = { counts: [] }] = hub.inputsOf('shift.count');
  expect(counts[0]?.pieces.filter(({ pieces }) => pieces > 0)).toEqual([
    { value: 100_00, pieces: 3 },
    { value: 50_00, pieces: 1 },
    { value: 20_00, pieces: 2 },
  ]);
  expect(counts[0]?.loose).toBe(5_12);
  expect(await screen.findByText(/4.88 short/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Reason of the difference' }));
});

test('a difference is closed with its reason, and the Z is on paper with its number, its figures and each currency', async () => {
  const z: ShiftReport = { ...COUNTED, closed: { z: 1184, at: NOON, user: 'ruiz', desk: 'T1-04', reason: 'change of 4.88' } };
  hub
    .gives('shift.now', now(COUNTED))
    .answers('shift.close', ({ reason }) =>
      reason === '' ? refuse('SHIFT_REASON_MISSING', { differences: '4.88 USD short', most: '1.00 USD' }) : accept(z),
    );
  render(<ShiftScreen />);
  await user().click(await screen.findByRole('textbox', { name: 'Reason of the difference' }));
  await user().keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/The count differs by 4.88 USD short/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Reason of the difference' }));
  await user().type(screen.getByRole('textbox', { name: 'Reason of the difference' }), 'change of 4.88');
  await user().keyboard('{Control>}{Enter}{/Control}');
  expect(hub.inputsOf('shift.close').at(-1)).toMatchObject({ shiftId: 3, count: 1, reason: 'change of 4.88' });
  const sheet = document.querySelector('body > .sheet');
  expect(sheet?.textContent).toContain('Z 1184, desk T1-04');
  expect(sheet?.textContent).toContain('Reason of the difference: change of 4.88');
  expect(sheet?.textContent).toContain(
    'USDFloat300.00Taken120.00Given back0.00Denied boarding20.00To the safe0.00Paid in0.00Paid out0.00Expected400.00Counted395.12Difference4.88 short',
  );
  expect(window.print).toHaveBeenCalledTimes(1);
});

test('cash goes to the safe with its slip, from the keyboard', async () => {
  hub.gives('shift.drop', { shiftId: 3 });
  render(<ShiftScreen />);
  await user().click(await screen.findByRole('button', { name: /Cash without a sale/ }));
  await user().type(screen.getByRole('textbox', { name: 'Amount' }), '80');
  await user().type(screen.getByRole('textbox', { name: 'Slip of the safe' }), '0412{Enter}');
  expect(hub.inputsOf('shift.drop')).toMatchObject([{ shiftId: 3, kind: 'safe', currency: 'USD', amount: 80_00, note: '0412' }]);
});

const document1: SalesDocument = {
  ...{ event: 7, at: NOON, bookingId: 31, locator: 'KT4M9X', kind: 'sale', desk: 'T1-04', user: 'ruiz', flights: ['B6 101'] },
  ...{ origin: 'JFK', destination: 'LAX', passengers: 1, currency: 'USD', amount: 200_00, note: '' },
  tenders: [{ kind: 'card', amount: 200_00, detail: '4711' }],
};
const document2: SalesDocument = {
  ...{ ...document1, event: 8, bookingId: 32, locator: 'W7Q2HD', desk: 'T2-11', user: 'weber', flights: ['B6 205'], destination: 'SFO' },
  tenders: [{ kind: 'cash', amount: 200_00, detail: '' }],
};

test('the sales name people by their display names, are filtered by typed words from the keyboard, and are summed by desk', async () => {
  const sums = { currency: 'USD', documents: 1, taken: 200_00, back: 0 };
  hub.gives('shift.list', { shifts: [], people: [{ user: 'ruiz', display: 'Ana Ruiz' }] }).gives('reports.sales', {
    hidden: false,
    documents: [document1, document2],
    totals: { ...totals, desks: ['T1-04', 'T2-11'].map((desk) => ({ desk, ...sums })) },
    people: [
      { user: 'ruiz', display: 'Ana Ruiz' },
      { user: 'weber', display: 'Jonas Weber' },
    ],
  });
  render(<ShiftScreen />);
  const rows = () =>
    within(screen.getByRole('table', { name: 'Sales' }))
      .getAllByRole('row')
      .slice(1, -1);
  expect(await screen.findByText('Jonas Weber, T2-11')).toBeTruthy();
  expect(screen.getByText('Ana Ruiz, desk T1-04')).toBeTruthy();
  const keys = user();
  await keys.keyboard('{Control>}f{/Control}');
  await keys.keyboard('jonas sfo');
  expect(rows()).toHaveLength(1);
  expect(screen.getByText('1 of 2')).toBeTruthy();
  await keys.keyboard('{Enter}');
  expect(document.activeElement?.textContent).toBe('W7Q2HD');
  await keys.keyboard('{Control>}f{/Control}nobody');
  expect(screen.getByText('No sale has these words')).toBeTruthy();
  await keys.keyboard('{Escape}');
  expect(rows()).toHaveLength(2);
  await keys.click(screen.getByRole('tab', { name: 'Desks' }));
  expect(within(screen.getByRole('table', { name: 'Desks' })).getByRole('button', { name: 'T2-11' })).toBeTruthy();
  await keys.keyboard('{Control>}f{/Control}t1');
  expect(within(screen.getByRole('table', { name: 'Desks' })).queryByRole('button', { name: 'T2-11' })).toBeNull();
});

test('a locator that is scanned into the count is shown as it came, counts nothing and is not given in (its digits were taken for pieces)', async () => {
  render(<ShiftScreen />);
  await user().click(await screen.findByRole('button', { name: /Count the drawer/ }));
  await user().keyboard('K7QF2M{Enter}4');
  const field = screen.getByRole('textbox', { name: 'Pieces of 100.00 USD' });
  expect(field).toHaveProperty('value', 'K7QF2M');
  expect(screen.getByText('digits alone')).toBeTruthy();
  await user().keyboard('{Control>}{Enter}{/Control}');
  expect(hub.inputsOf('shift.count')).toEqual([]);
  expect(document.activeElement).toBe(field);
});

test('who may not close a shift is told so before the drawer is counted (the count was refused when it was given in)', async () => {
  useSession.setState({ session: { user: 'weber', display: 'Jonas Weber', role: 'agent', desk: 'T1-04' } });
  hub.gives('shift.now', now(HIDDEN, { forgottenAt: NOON + 11 * 3_600_000 }));
  render(<ShiftScreen />);
  expect(await screen.findByText(/^ruiz or a supervisor closes this shift/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Count the drawer/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /Cash without a sale/ })).toBeNull();
  hub.gives('shift.now', now(HIDDEN, { forgottenAt: NOON }));
  await act(() => loadShift());
  expect(screen.getByText(/^ruiz left this shift open/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /Count the drawer/ })).toBeTruthy();
});

test('a supervisor opens the shift of another desk in the list, counts it there, and Esc goes back to the own desk', async () => {
  useSession.setState({ session: { user: 'osei', display: 'Mercy Osei', role: 'supervisor', desk: 'T1-01' } });
  const forgotten = { ...HIDDEN, shiftId: 9, desk: 'T1-06' };
  const listed = { shiftId: 9, desk: 'T1-06', user: 'ruiz', openedAt: NOON - 3_600_000, closed: null, nextZ: 42, differences: [] };
  const z = { z: 41, at: NOON, user: 'ruiz', desk: 'T1-06', reason: '' };
  hub
    .gives('shift.now', now(null, { desk: 'T1-01', lastZ: 7 }))
    .gives('shift.report', forgotten)
    .gives('shift.list', {
      shifts: [listed, { ...listed, shiftId: 8, closed: z, nextZ: null, differences: [{ currency: 'USD', amount: -4_88 }] }],
      people: [{ user: 'ruiz', display: 'Ana Ruiz' }],
    })
    .gives('shift.count', { ...COUNTED, shiftId: 9, desk: 'T1-06' });
  render(<ShiftScreen />);
  await user().click(await screen.findByRole('tab', { name: 'Shifts' }));
  expect(screen.getByText('4.88 USD short')).toBeTruthy();
  await user().click(screen.getByRole('button', { name: 'open, show it' }));
  expect(await screen.findByText('The shift of Ana Ruiz at desk T1-06. Esc goes back to this desk.')).toBeTruthy();
  expect(screen.getByText('Last close Z 41')).toBeTruthy();
  await user().click(screen.getByRole('button', { name: /Count the drawer/ }));
  await user().keyboard('3{Control>}{Enter}{/Control}');
  expect(hub.inputsOf('shift.count')).toMatchObject([{ shiftId: 9 }]);
  await user().click(screen.getByRole('button', { name: /Back to this desk/ }));
  expect(await screen.findByRole('heading', { name: 'Open a shift' })).toBeTruthy();
  expect(screen.getByText('Last close Z 7')).toBeTruthy();
});

test('what was paid for denied boarding stands under given back, and each list ends with its sum (it was taken below zero)', async () => {
  hub.gives('reports.sales', {
    hidden: false,
    documents: [document1, document2],
    totals: {
      ...totals,
      documents: [
        { kind: 'sale', currency: 'USD', documents: 2, amount: 400_00 },
        { kind: 'compensation', currency: 'USD', documents: 1, amount: -150_00 },
      ],
    },
    people: [],
  });
  render(<ShiftScreen />);
  const cells = (table: string): (string | null)[][] =>
    within(screen.getByRole('table', { name: table }))
      .getAllByRole('row')
      .map((row) => [...row.children].map((cell) => cell.textContent));
  await screen.findByText('KT4M9X');
  expect(cells('Sales').at(-1)).toEqual(['All 2', '200.00', '200.00', '', '400.00', 'USD']);
  await user().click(screen.getByRole('tab', { name: 'Documents' }));
  expect(cells('Documents')).toEqual([
    ['Document', 'Documents', 'Taken', 'Given back', 'Net', 'Currency'],
    ['Sales', '2', '400.00', '0.00', '400.00', 'USD'],
    ['Compensation', '1', '0.00', '150.00', '\u2212150.00', 'USD'],
    ['All', '', '400.00', '150.00', '250.00', 'USD'],
  ]);
});

test('several currencies: each list in one order, each with its sum, on paper too (they stood as they came, and paper left out the sum of one row)', async () => {
  const row = (kind: 'card' | 'cash' | 'voucher', currency: string, taken: number) => ({ kind, currency, documents: 1, taken, back: 0 });
  const mixed: ShiftReport = {
    ...COUNTED,
    totals: {
      ...totals,
      tenders: [
        row('voucher', 'USD', 50_00),
        row('cash', 'USD', 70_00),
        row('cash', 'EUR', 30_00),
        row('card', 'EUR', 20_00),
        row('card', 'GBP', 9_00),
      ],
    },
  };
  hub.gives('shift.now', now(mixed)).gives('shift.report', mixed);
  render(<ShiftScreen />);
  const rows = (table: HTMLElement): string[] => [...table.querySelectorAll('tr')].slice(1).map((each) => each.textContent ?? '');
  expect(rows(await screen.findByRole('table', { name: 'Tenders' }))).toEqual([
    'CardEUR120.000.0020.00',
    'CardGBP19.000.009.00',
    'CashEUR130.000.0030.00',
    'CashUSD170.000.0070.00',
    'VoucherUSD150.000.0050.00',
    'AllEUR50.000.0050.00',
    'AllGBP9.000.009.00',
    'AllUSD120.000.00120.00',
  ]);
  await user().click(screen.getByRole('button', { name: /X report/ }));
  const sheet = await screen.findByText('Tenders', { selector: '.sheet h2' });
  expect(rows(sheet.nextElementSibling as HTMLElement).slice(-3)).toEqual([
    'All50.000.0050.00EUR',
    'All9.000.009.00GBP',
    'All120.000.00120.00USD',
  ]);
});

test('cash that was paid in and out has a line each, with the whole amount (the one paid out was cut at the edge)', async () => {
  const [cash] = COUNTED.cash;
  hub.gives(
    'shift.now',
    now({ ...COUNTED, cash: [{ ...cash, currency: 'USD', paidIn: 20_00, paidOut: 1_012_50 } as ShiftReport['cash'][number]] }),
  );
  render(<ShiftScreen />);
  const drawer = await screen.findByRole('table', { name: 'Cash USD' });
  expect(within(drawer).getByRole('row', { name: 'Paid in +20.00' })).toBeTruthy();
  expect(within(drawer).getByRole('row', { name: 'Paid out \u22121,012.50' })).toBeTruthy();
  expect(within(drawer).queryByText('Paid in, paid out')).toBeNull();
});

test('a locked console saves no CSV by Ctrl E', async () => {
  const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:none');
  render(<ShiftScreen />);
  await screen.findByRole('tab', { name: /Sales/ });
  useSession.setState({ locked: true });
  await user().keyboard('{Control>}e{/Control}');
  expect(saved).not.toHaveBeenCalled();
});
