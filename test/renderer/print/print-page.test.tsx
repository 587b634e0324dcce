import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer } from '../../../renderer/parts/announcer.tsx';
import { Toasts } from '../../../renderer/parts/toast.tsx';
import { printReceipt, usePrint } from '../../../renderer/pay/print-receipt.ts';
import { Receipt } from '../../../renderer/pay/receipt.tsx';
import { type PrintTo, printPage } from '../../../renderer/print/print-page.ts';
import { printSheet, Sheet } from '../../../renderer/print/print-sheet.tsx';
import { ShiftScreen } from '../../../renderer/shift/shift-screen.tsx';
import type { SavedPdf } from '../../../shared/contract.ts';
import type { ShiftReport } from '../../../shared/methods/shifts.ts';
import { accept } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { NOON, refundPolicies, settings, sold } from '../support/samples.ts';

let hub: FakeBridge;
const print = vi.fn();
const savePdf = vi.fn<(name: string) => Promise<SavedPdf>>();
/** The names of the files that were proposed. */
const names = () => savePdf.mock.calls.map(([name]) => name);

beforeEach(() => {
  hub = new FakeBridge().gives('settings.get', settings).gives('refunds.policies', refundPolicies);
  openConsole(hub, RUIZ);
  savePdf.mockResolvedValue('saved');
  vi.stubGlobal('print', print);
  document.title = 'Aisle';
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  print.mockReset();
  savePdf.mockReset();
  usePrint.setState({ printing: null });
});
const inWindow = () => vi.stubGlobal('aisle', { savePdf });

test.each<[PrintTo, boolean, SavedPdf, { told: string; prints: number; pdfs: string[] }]>([
  ['paper', true, 'saved', { told: 'Z 12 printed, marked COPY', prints: 1, pdfs: [] }],
  ['pdf', true, 'saved', { told: 'Z 12 saved as PDF, marked COPY', prints: 0, pdfs: ['Z 12 T1-04'] }],
  ['pdf', true, 'cancelled', { told: 'Z 12 was not saved', prints: 0, pdfs: ['Z 12 T1-04'] }],
  ['pdf', true, 'failed', { told: 'Z 12 was not saved. The file could not be written.', prints: 0, pdfs: ['Z 12 T1-04'] }],
  // A browser has its own print view, which saves a PDF.
  ['pdf', false, 'saved', { told: 'Z 12 printed, marked COPY', prints: 1, pdfs: [] }],
])('to %s, in a window %s, where a PDF is %s', async (to, isWindow, saved, { told, prints, pdfs }) => {
  if (isWindow) inWindow();
  savePdf.mockResolvedValue(saved);
  render(
    <>
      <Announcer />
      <Toasts />
    </>,
  );
  await act(() => printPage({ to, what: 'Z 12', name: 'Z 12 T1-04', more: ', marked COPY' }));
  expect(screen.getByText(told)).toBeTruthy();
  expect(print).toHaveBeenCalledTimes(prints);
  expect(names()).toEqual(pdfs);
});

test('a browser proposes the name of the file: it is the title while the page is printed, and not after', async () => {
  const titles: string[] = [];
  print.mockImplementation(() => titles.push(document.title));
  await act(() => printPage({ to: 'pdf', what: 'Z 12', name: 'Z 12 T1-04' }));
  expect([...titles, document.title]).toEqual(['Z 12 T1-04', 'Aisle']);
});

test('the letters of the page are read before it is printed (a name that the screen never showed was printed in another font)', async () => {
  const order: string[] = [];
  const load = vi.fn(async (_: string, text?: string) => {
    order.push(`read ${text}`);
    return [];
  });
  Object.defineProperty(document, 'fonts', { configurable: true, value: { load } });
  print.mockImplementation(() => order.push('print'));
  render(<Sheet />);
  await act(() => printSheet(<p>Nguyễn Ọ</p>, { to: 'paper', what: 'List', name: 'List' }));
  Reflect.deleteProperty(document, 'fonts');
  expect(order).toEqual([expect.stringContaining('Nguyễn Ọ'), 'print']);
  expect(load.mock.calls[0]?.[0]).toContain('Inter Variable');
});

test('a receipt that is saved as PDF is counted as a print, so the next one is a copy', async () => {
  inWindow();
  let prints = 0;
  hub.answers('bookings.recordPrint', () => accept({ print: ++prints }));
  render(<Receipt booking={sold()} />);
  const onPage: (string | null | undefined)[] = [];
  savePdf.mockImplementation(async () => {
    onPage.push(document.querySelector('body > .receipt h1')?.textContent);
    return 'saved';
  });
  await act(() => printReceipt(12, 'pdf'));
  await act(() => printReceipt(sold().bookingId, 'pdf'));
  expect(onPage).toEqual(['Itinerary receipt', 'Itinerary receipt, COPY']);
  expect(names()[0]).toBe('Receipt 00000012');
  expect(names()[1]).toMatch(/^Receipt \d{8} copy 1$/);
});

test('a receipt is printed and not the worksheet that was printed before it', async () => {
  hub.gives('bookings.recordPrint', { print: 1 });
  render(
    <>
      <Receipt booking={sold()} />
      <Sheet />
    </>,
  );
  await act(() => printSheet(<h1>Refund worksheet</h1>, { to: 'paper', what: 'Refund worksheet', name: 'Refund worksheet' }));
  expect(document.querySelector('body > .sheet')?.textContent).toContain('Refund worksheet');
  await act(() => printReceipt(sold().bookingId));
  expect(document.querySelector('body > .sheet')).toBeNull();
});

const totals: ShiftReport['totals'] = {
  ...{ tenders: [], documents: [], agents: [], desks: [], mixed: 0, voids: 0, overrides: 0, reprints: 0 },
  flights: [
    {
      ...{ flightId: 7, flight: 'B6 101', date: '2026-11-23', origin: 'JFK', destination: 'LAX' },
      ...{ currency: 'USD', documents: 1, taken: 200_00, back: 0 },
    },
  ],
};
const SHIFT: ShiftReport = {
  ...{ shiftId: 3, desk: 'T1-04', user: 'ruiz', openedAt: NOON - 3_600_000, at: NOON, hidden: false, cash: [] },
  ...{ moves: [], counts: 0, counted: null, totals, closed: null },
};

test('Shift with the key that prints saves a PDF: the X report, the list of a flight, a Z again', async () => {
  inWindow();
  const closed = { z: 12, at: NOON, user: 'ruiz', desk: 'T1-04', reason: '' };
  const facts = { shiftId: 2, desk: 'T1-04', user: 'ruiz', openedAt: NOON - 7_200_000 };
  hub
    .gives('shift.now', { desk: 'T1-04', shift: SHIFT, forgottenAt: null, lastZ: 12, outside: [], floatsIn: [], running: [], version: 1 })
    .gives('shift.list', { shifts: [{ ...facts, closed, nextZ: null, differences: [] }], people: [] })
    .gives('reports.sales', {
      ...{ hidden: false, totals, people: [] },
      documents: [
        {
          ...{ event: 7, at: NOON, bookingId: 31, locator: 'KT4M9X', kind: 'sale', desk: 'T1-04', user: 'ruiz', flights: ['B6 101'] },
          ...{ origin: 'JFK', destination: 'LAX', passengers: 1, currency: 'USD', amount: 200_00, note: '', tenders: [] },
        },
      ],
    })
    .answers('shift.report', ({ shiftId }) => accept(shiftId === 2 ? { ...SHIFT, ...facts, closed } : SHIFT))
    .gives('flights.passengerList', {
      ...{ flightId: 7, flight: 'B6 101', date: '2026-11-23', origin: 'JFK', destination: 'LAX', originZone: 'America/New_York' },
      ...{ departsAt: NOON, equipment: '320', at: NOON, cabins: [] },
    });
  render(<ShiftScreen />);
  const keys = userEvent.setup();
  (await screen.findByRole('button', { name: /Count the drawer/ })).focus();
  await keys.keyboard('{Shift>}X{/Shift}');
  await waitFor(() => expect(names()).toHaveLength(1));
  expect(names()).toEqual([expect.stringMatching(/^X T1-04 \d{4}-\d\d-\d\d \d{4}$/)]);
  await keys.click(screen.getByRole('tab', { name: 'Flights' }));
  screen.getByRole('button', { name: /^B6 101, .*LAX$/ }).focus();
  await keys.keyboard('{Shift>}P{/Shift}');
  await waitFor(() => expect(names().at(-1)).toBe('Passengers B6 101 2026-11-23'));
  await keys.keyboard('p');
  await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
  await keys.click(screen.getByRole('tab', { name: 'Shifts' }));
  screen.getByRole('button', { name: 'Z 12, print again' }).focus();
  await keys.keyboard('{Shift>}P{/Shift}');
  await waitFor(() => expect(names().at(-1)).toBe('Z 12 T1-04 copy'));
  expect(document.querySelector('body > .sheet')?.textContent).toContain('Z 12, desk T1-04, COPY');
  // A pointer has a button for it, which the arrows and the tab order leave out.
  await keys.click(screen.getByRole('button', { name: 'Z 12 as PDF' }));
  await waitFor(() => expect(names()).toHaveLength(4));
});
