import { expect, test } from 'vitest';
import { touchWords } from '../../../renderer/reservations/change/touch-words.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { sold } from '../support/samples.ts';

const [first] = sold().legs;
if (!first) throw new Error('a sold booking has a flight');
const next: BookedLeg = {
  ...first,
  ...{ segment: 2, flightId: 2, flight: 'UA 1058', origin: first.destination, departsAt: first.arrivesAt + HOUR_MS + 47 * MINUTE_MS },
};
const legs = [{ ...first, flight: 'UA 741' }, next];
const connection = { kind: 'connection', flight: 'UA 689', next: 'UA 1058', minutes: 40, least: 30 } as const;

test.each([
  [connection, 'From UA 689 to UA 1058 there is 0 h 40 to change planes, was 1 h 47; at least 0 h 30', true],
  [{ ...connection, minutes: 50 }, 'From UA 689 to UA 1058 there is 0 h 50 to change planes, was 1 h 47; at least 0 h 30', false],
  [{ ...connection, next: 'UA 204' }, 'From UA 689 to UA 204 there is 0 h 40 to change planes; at least 0 h 30', true],
  [{ kind: 'child-apart', flight: 'UA 689', seat: '21C' }, 'The child on 21C of UA 689 sits in a row without an adult of the party', true],
] as const)('what a change touches is said: %j', (touch, text, warns) => {
  expect(touchWords(touch, legs)).toEqual({ text, warns });
});
