import { expect, test } from 'vitest';
import { HOUR_MS } from '../../shared/instants.ts';
import { leftBehind } from '../../shared/left-behind.ts';

/** Flights of two hours, by the hour at which each leaves; `<` begins the way back. */
const sold = (...hours: (number | `<${number}`)[]) =>
  hours.map((hour) => {
    const departsAt = Number(String(hour).replace('<', '')) * HOUR_MS;
    return { departsAt, arrivesAt: departsAt + 2 * HOUR_MS, ...(typeof hour === 'string' ? { back: true as const } : {}) };
  });

test.each([
  ['nothing is wrong', sold(10, 13), [], [false, false]],
  ['the first is not flown: nobody reaches the next', sold(10, 13), [0], [true, true]],
  ['the same through three flights', sold(10, 13, 16), [0], [true, true, true]],
  ['the last is not flown: the first was', sold(10, 13), [1], [false, true]],
  ['the middle one: who flew the first stays there', sold(10, 13, 16), [1], [false, true, true]],
  ['a flight a day after the arrival begins another journey', sold(10, 36), [0], [true, false]],
  ['a minute less does not', sold(10, 35.99), [0], [true, true]],
  ['the way back is flown all the same', sold(10, 13, '<20', '<23'), [0], [true, true, false, false]],
  ['of the way back', sold(10, '<20', '<23'), [1], [false, true, true]],
])('flights that leave without their passengers, where %s', (_, legs, not, expected) => {
  const isNotOn = (_leg: unknown, at: number) => (not as readonly number[]).includes(at);
  expect(leftBehind(legs, isNotOn, (leg) => leg)).toEqual(expected);
});

test.each([
  // [which case, hours of the first flight by the schedule of now, the flights that leave without their passengers]
  ['arrives as the next one leaves', [11, 13], [false, false, false]],
  ['arrives after the next one has left', [11, 13.01], [false, true, true]],
  ['leaves on the next day', [34, 36], [false, true, true]],
])('who comes too late for the next flight, because the first %s', (_, [departs = 0, arrives = 0], expected) => {
  const late = { departsAt: departs * HOUR_MS, arrivesAt: arrives * HOUR_MS };
  expect(
    leftBehind(
      sold(10, 13, 16),
      () => false,
      (leg, at) => (at === 0 ? late : leg),
    ),
  ).toEqual(expected);
});
