import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { choosePaper, printReceipt, usePrint } from '../../../renderer/pay/print-receipt.ts';
import { Receipt } from '../../../renderer/pay/receipt.tsx';
import { renewRefundPolicies } from '../../../renderer/stores/refund-policies.ts';
import { assert } from '../../../shared/assert.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import type { LegNow } from '../../../shared/methods/leg-now.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { LOCATOR, legNow, movedLater, refundPolicies, settings, sold } from '../support/samples.ts';

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
  hub.gives('refunds.policies', refundPolicies);
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
async function show(booking = sold(), scheduled?: LegNow[]): Promise<string> {
  render(<Receipt booking={booking} scheduled={scheduled} />);
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
    '50 % back until',
    'After that nothing.',
  ])
    expect(text).toContain(part);
  expect(text.match(/2026/g)?.length).toBeGreaterThan(4);
  expect(paper()?.querySelector('svg')?.getAttribute('aria-label')).toBe(`Bar code ${LOCATOR}`);
  expect(text).not.toContain('COPY');
});

test('a flight that was moved has its times of now beside those that were sold, and its check-in closes by those of now (it closed by the old ones)', async () => {
  const text = await show(sold(), [movedLater(35)]);
  for (const part of ['JFK Sat 21 Nov 2026 12:35', 'Check-in closes Sat 21 Nov 2026, 11:50 JFK']) expect(text).toContain(part);
  expect(text).toContain('TK 35 min later. As sold: Sat 21 Nov, JFK 12:00 to LAX 15:25');
  expect(text, 'the refund falls by the departure of now').toContain('50 % back until Sat 21 Nov 2026, 08:35 JFK');
});

test('a flight that the carrier cancelled is marked, has no check-in, and all goes back (the refund rules of the sale stood there)', async () => {
  const text = await show(sold(), [legNow({ kind: 'cancelled', status: 'HX' })]);
  expect(text).toContain('HX cancelled by AA');
  expect(text).not.toContain('Check-in closes');
  expect(text).toContain('If you cancelAll goes back, without a fee: cancelled by AA.');
  expect(text).not.toContain('50 %');
});

test('a child who travels alone is marked as an unaccompanied minor beside its name (the booking said it at its head alone)', async () => {
  const [adult, child] = sold().passengers;
  const text = await show(sold({ passengers: [{ ...adult, ...child, unaccompanied: true } as NonNullable<typeof child>] }));
  expect(text).toContain(`${child?.name} CHD, unaccompanied minor (UMNR)`);
  cleanup();
  expect(await show()).not.toContain('UMNR');
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

const FULL_UNTIL = '100 % back until Fri 20 Nov 2026, 12:00 JFK.';
const HALF_UNTIL = '50 % back until Sat 21 Nov 2026, 08:00 JFK.';
test.each([
  [48, `If you cancel${FULL_UNTIL} ${HALF_UNTIL} After that nothing.`],
  [5, `If you cancel${HALF_UNTIL} After that nothing.`],
  [1, 'If you cancelNothing goes back.'],
])('sold %i h before departure the receipt tells what goes back until when (it told of moments before the sale)', async (hours, refund) => {
  const [leg] = sold().legs;
  const at = (leg?.departsAt ?? 0) - hours * HOUR_MS;
  expect(await show(sold({ sale: { at, user: 'ruiz', desk: 'T1-04' } }))).toContain(refund);
});

test('a refund that never ends before departure ends with it', async () => {
  const [standard] = refundPolicies.policies;
  assert(standard, 'every store has a standard policy');
  hub.gives('refunds.policies', { policies: [{ ...standard, tiers: [{ overMinutes: 0, percent: 80 }] }] });
  await act(async () => renewRefundPolicies());
  expect(await show()).toContain('If you cancel80 % back until Sat 21 Nov 2026, 12:00 JFK. Nothing after departure.');
});

test('two legs of one number are told apart by where they leave (the receipt of a through flight named one number twice)', async () => {
  const [leg] = sold().legs;
  assert(leg, 'a sale has a leg');
  const legs = [leg, { ...leg, flightId: leg.flightId + 1, origin: leg.destination, destination: 'HNL' }];
  const text = await show(sold({ legs }));
  for (const { origin } of legs) {
    for (const part of [`${leg.flight} ${origin} 17D`, `${leg.flight} ${origin}, ${leg.trace[0]?.label}`, `${leg.flight} ${origin}: 2 at`])
      expect(text).toContain(part);
  }
});
