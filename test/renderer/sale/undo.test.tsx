import { afterEach, beforeEach, expect, test } from 'vitest';
import { undoLast, useUndo } from '../../../renderer/parts/undo.tsx';
import { newSale, saleOf } from '../../../renderer/sale/sale-flow.ts';
import { dispatch, useSale } from '../../../renderer/sale/sale-store.ts';
import { clearSeats, dropPassenger, keepSale } from '../../../renderer/sale/undo-picks.ts';
import { dropTender } from '../../../renderer/sale/undo-tender.ts';
import type { Tender } from '../../../shared/methods/tenders.ts';
import { hold } from '../support/samples.ts';

const CASH: Tender = { kind: 'cash', amount: 5_000, given: 5_000 };
const seats = () => useSale.getState().sale?.legs[0]?.seats;
const offered = () => useUndo.getState().offer?.text;

beforeEach(() => {
  useSale.setState({ sale: newSale([7], { adults: 2, children: 0, infants: 0 }, 'Y') });
  dispatch({ do: 'pick', seat: '3B', cabin: 'Y' });
});
afterEach(() => {
  useSale.setState({ sale: null });
  useUndo.setState({ offer: null });
});

test('seats that Esc cleared were gone: undo brings them back', () => {
  clearSeats();
  expect(seats()).toEqual([null, null]);
  expect(offered()).toBe('3B cleared');
  undoLast();
  expect(seats()).toEqual(['3B', null]);
  expect(offered()).toBeUndefined();
});

test('Esc without a seat offers nothing', () => {
  clearSeats();
  useUndo.setState({ offer: null });
  clearSeats();
  expect(offered()).toBeUndefined();
});

test('a passenger who was taken out comes back with the seat', () => {
  dropPassenger(0, 'Adult 1');
  expect(useSale.getState().sale?.party).toHaveLength(1);
  undoLast();
  expect(useSale.getState().sale).toMatchObject({ party: [{}, {}], legs: [{ seats: ['3B', null] }] });
});

test('once the seats are held there is nothing to undo', () => {
  clearSeats();
  dispatch({ do: 'booking', booking: hold() });
  expect(offered()).toBeUndefined();
});

test('a tender that was taken back comes back, until the sale is confirmed', () => {
  useSale.setState({ sale: saleOf(hold()) });
  dispatch({ do: 'addTender', tender: CASH });
  dropTender(0, 'Cash 50.00');
  expect(useSale.getState().sale?.tenders).toEqual([]);
  undoLast();
  expect(useSale.getState().sale?.tenders).toEqual([CASH]);
  dropTender(0, 'Cash 50.00');
  dispatch({ do: 'begin', busy: 'confirming' });
  expect(offered()).toBeUndefined();
});

test('what letters did that were the beginning of a word is taken back, but never a hold', () => {
  const takeBack = keepSale();
  dispatch({ do: 'addPassenger', type: 'CHD' });
  takeBack();
  expect(useSale.getState().sale?.party).toHaveLength(2);
  const late = keepSale();
  dispatch({ do: 'booking', booking: hold() });
  expect(late()).toBe(false);
  expect(useSale.getState().sale?.stage).toBe('details');
});

test('a hold that waits in a line is not taken off the screen by typing (it held seats later that nobody had asked for any more)', () => {
  const takeBack = keepSale();
  const { round } = useSale.getState();
  dispatch({ do: 'begin', busy: 'holding' });
  expect(takeBack()).toBe(false);
  expect(useSale.getState()).toMatchObject({ round, sale: { busy: 'holding' } });
});
