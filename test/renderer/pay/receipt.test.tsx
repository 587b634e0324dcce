import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { choosePaper, printReceipt, usePrint } from '../../../renderer/pay/print-receipt.ts';
import { Receipt } from '../../../renderer/pay/receipt.tsx';
import { refundMoments } from '../../../renderer/pay/refund-moments.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { LOCATOR, settings, sold } from '../support/samples.ts';

let hub: FakeBridge;
const print = vi.fn();

beforeEach(() => {
  hub = new FakeBridge().gives('settings.get', {
    ...settings,
    companyName: 'Northern Counter Ltd',
    companyAddress: '1 Pier Road\nNew York',
    companyPhone: '+1 212 555 0199',
    companyTaxNumber: 'US 12-3456789',
    checkInMinutes: 45,
  });
  openConsole(hub, RUIZ);
  vi.stubGlobal('print', print);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  print.mockClear();
  usePrint.setState({ printing: null });
  choosePaper('a4');
});

const paper = () => document.querySelector('body > .receipt');
async function show(booking = sold()): Promise<string> {
  render(<Receipt booking={booking} />);
  await act(async () => undefined);
  return paper()?.textContent ?? '';
}

test('the receipt has the company, its number, both days, a seat for each passenger, fare lines, refund moments and the close of check-in', async () => {
  const text = await show();
  const [leg] = sold().legs;
  for (const part of [
    'Northern Counter Ltd1 Pier RoadNew YorkPhone +1 212 555 0199Tax number US 12-3456789',
    `Number ${String(sold().bookingId).padStart(8, '0')}`,
    'Sold ',
    LOCATOR,
    'Check-in closes',
    `${leg?.flight} 17D`,
    `${leg?.flight} 17E`,
    leg?.trace[0]?.label ?? '',
    `${leg?.flight}: 2 at 289.10 per passenger578.20`,
    '100 % back until',
    'Nothing after departure.',
  ])
    expect(text).toContain(part);
  expect(text.match(/2026/g)?.length).toBeGreaterThan(4);
  expect(paper()?.querySelector('svg')?.getAttribute('aria-label')).toBe(`Bar code ${LOCATOR}`);
  expect(text).not.toContain('COPY');
});

test('the second print says COPY, also when another desk printed before', async () => {
  await show();
  let prints = 0;
  hub.answers('bookings.recordPrint', () => accept({ print: ++prints }));
  const onPaper: string[] = [];
  print.mockImplementation(() => onPaper.push(paper()?.querySelector('h1')?.textContent ?? ''));
  await act(() => printReceipt(1));
  await act(() => printReceipt(1));
  expect(onPaper).toEqual(['Itinerary receipt', 'Itinerary receipt, COPY']);
  expect(paper()?.textContent).toContain(', copy 1');
});

test('nothing is printed that the hub did not count', async () => {
  hub.answers('bookings.recordPrint', () => refuse('HUB_UNREACHABLE'));
  await act(() => printReceipt(1));
  expect(print).not.toHaveBeenCalled();
});

test('the paper of this counter is remembered', async () => {
  await show();
  expect(paper()?.className).toBe('receipt');
  act(() => choosePaper('80mm'));
  expect(paper()?.className).toBe('receipt roll');
  expect(localStorage.getItem('aisle.paper')).toBe('80mm');
});

test.each([
  [
    [
      [24, 100],
      [6, 50],
      [0, 0],
    ],
    [
      [100, -24],
      [50, -6],
      [0, 0],
    ],
  ],
  [[[0, 80]], [[80, 0]]],
  [
    [
      [24, 50],
      [6, 50],
    ],
    [
      [50, -6],
      [0, 0],
    ],
  ],
])('refund tiers %j have the moments %j before departure', (tiers, moments) => {
  const departs = 1_000 * HOUR_MS;
  const given = tiers.map(([overHours = 0, percent = 0]) => ({ overHours, percent }));
  expect(refundMoments(given, departs).map(({ percent, until }) => [percent, (until - departs) / HOUR_MS])).toEqual(moments);
});
