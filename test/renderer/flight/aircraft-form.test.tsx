import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AircraftForm } from '../../../renderer/flight/aircraft-form.tsx';
import { movesAircraft } from '../../../renderer/seats/aircraft-moved.ts';
import { roomText } from '../../../renderer/seats/weight-words.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { seatMapAnswer } from '../seats/seat-map-answer.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';

const weight = { limit: 1_700, taken: 1_480, adult: 102 };
const aircraft = { tail: 'N123AA', gate: 'B4', ownLimit: 1_700, weight };
const done = vi.fn();
let hub: FakeBridge;
beforeEach(() => {
  hub = new FakeBridge().gives('aircraft.assign', { flightId: 7, tail: 'N123AA', gate: 'B4', ownLimit: null, weight: null });
  openConsole(hub, OSEI);
});
afterEach(() => {
  cleanup();
  done.mockClear();
});
/** Once it is done the dialog closes. */
const close = () => {
  done();
  cleanup();
};
const show = (answer = seatMapAnswer()) => render(<AircraftForm answer={answer} onDone={close} />);
const fill = async (label: string, text: string) => {
  const field = screen.getByRole('textbox', { name: label });
  await userEvent.clear(field);
  await userEvent.type(field, text);
};
const asked = () => hub.inputsOf('aircraft.assign');

test('what the flight has stands in the fields, and what is left is told in words', () => {
  show(seatMapAnswer({ aircraft }));
  expect(screen.getByRole('textbox', { name: 'Registration' })).toHaveProperty('value', 'N123AA');
  expect(screen.getByRole('textbox', { name: 'Weight limit' })).toHaveProperty('value', '1,700');
  expect(screen.getByText('1,480 of 1,700 kg are taken: weight for 2 more adults.')).toBeTruthy();
});

test('small letters and commas are understood, and a second Enter gives it once', async () => {
  show();
  await fill('Registration', 'n123aa');
  await fill('Weight limit', '1,700');
  await fill('Reason', 'hot runway{Enter}{Enter}');
  expect(asked()).toMatchObject([{ flightId: 7, tail: 'N123AA', gate: '', ownLimit: 1_700, reason: 'hot runway' }]);
  expect(done).toHaveBeenCalledTimes(1);
});

test.each([
  ['Registration', 'N 1', 'A registration has 2 to 10 letters, digits or -.'],
  ['Gate', 'B-4', 'A gate has at most 5 letters or digits.'],
  ['Weight limit', '0', 'Whole kilograms up to 200,000.'],
  ['Weight limit', '200001', 'Whole kilograms up to 200,000.'],
  ['Reason', 'no', 'Say why, in three letters or more.'],
])('%s %s is not sent', async (label, typed, said) => {
  show();
  await fill('Reason', 'as planned');
  await fill(label, `${typed}{Enter}`);
  expect(screen.getByText(said)).toBeTruthy();
  expect(asked()).toEqual([]);
});

test('a refusal keeps what was typed', async () => {
  hub.answers('aircraft.assign', () => refuse('AIRCRAFT_UNKNOWN', { tail: 'N123AA' }));
  show();
  await fill('Registration', 'N123AA');
  await fill('Reason', 'as planned{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('No aircraft is registered as N123AA.');
  expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveProperty('value', 'as planned');
  hub.answers('aircraft.assign', () => accept({ flightId: 7, ...aircraft }));
  await act(async () => userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), '{Enter}'));
  expect(done).toHaveBeenCalledTimes(1);
});

test.each([
  [{ ...weight, taken: 1_700 }, 'no weight left for an adult'],
  [{ ...weight, taken: 1_597 }, 'weight for 1 more adult'],
  [{ ...weight, taken: 1_780 }, '80 kg too much'],
])('%o is said as %s', (of, said) => {
  expect(roomText(of)).toBe(said);
});

const event = (type: string, data: object): JournalEvent =>
  ({ event: 101, at: 5, user: 'osei', desk: 'T1-01', type, data }) as unknown as JournalEvent;
const moved = (flightId: number) => event('hold.placed', { legs: [{ flightId }] });

test.each([
  ['a hold on it', moved(7), true],
  ['a hold on another flight', moved(8), false],
  ['its aircraft', event('flight.assigned', { flightId: 7 }), true],
  ['the aircraft of another flight', event('flight.assigned', { flightId: 8 }), false],
  ['the limit of its aircraft', event('aircraft.set', { tail: 'N123AA' }), true],
  ['the limit of another aircraft', event('aircraft.set', { tail: 'N999ZZ' }), false],
  ['what an adult weighs', event('setting.changed', { subject: 'weight of an adult in winter' }), true],
  ['the length of holds', event('setting.changed', { subject: 'hold minutes' }), false],
])('a flight that sells weight is asked again after %s: %s', (_, told, asks) => {
  expect(movesAircraft(told, seatMapAnswer({ aircraft }))).toBe(asks);
});

test('a flight that sells seats alone is not asked again for each hold', () => {
  expect(movesAircraft(moved(7), seatMapAnswer())).toBe(false);
});
