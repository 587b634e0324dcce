import { describe, expect, it } from 'vitest';
import { nameProblem } from '../../../main/rules/check-names.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import type { PassengerName } from '../../../shared/methods/bookings.ts';

type Type = PassengerName['type'];
const leg = (date: string) => ({ date }) as BookedLeg;

/** One passenger with these papers; an infant on the lap is carried by an adult who is in order. */
function problem(type: Type, birthDate: string | null, dates: readonly string[] = ['2026-11-21']): string {
  const adult: PassengerName = { type: 'ADT', surname: 'Okafor', given: 'Chima', title: 'MR', birthDate: null, with: null };
  const one: PassengerName = { type, surname: 'Okafor', given: 'Ife', title: '', birthDate, with: type === 'INF' ? 0 : null };
  const held = (of: Exclude<Type, 'INF'>, infant = false) => ({ type: of, infant, assistance: false });
  const refusal =
    type === 'INF' ? nameProblem([held('ADT', true)], dates.map(leg), [adult, one]) : nameProblem([held(type)], dates.map(leg), [one]);
  return refusal?.refusal.code ?? 'ok';
}

describe('the birth date of each type of passenger', () => {
  it.each<[Type, string | null, string]>([
    ['ADT', null, 'ok'],
    ['CHD', null, 'NAME_INVALID'],
    ['INF', null, 'NAME_INVALID'],
    ['INS', null, 'NAME_INVALID'],
    // 12 years old on the day of the flight, and a day short of it
    ['ADT', '2014-11-21', 'ok'],
    ['ADT', '2014-11-22', 'AGE_MISMATCH'],
    ['CHD', '2014-11-21', 'AGE_MISMATCH'],
    ['CHD', '2014-11-22', 'ok'],
    // 2 years old on the day of the flight, and a day short of it
    ['CHD', '2024-11-21', 'ok'],
    ['CHD', '2024-11-22', 'AGE_MISMATCH'],
    ['INF', '2024-11-21', 'AGE_MISMATCH'],
    ['INF', '2024-11-22', 'ok'],
    ['INS', '2024-11-21', 'AGE_MISMATCH'],
    ['INS', '2024-11-22', 'ok'],
    // born on the day of the flight, and the day after it
    ['INF', '2026-11-21', 'ok'],
    ['INF', '2026-11-22', 'AGE_MISMATCH'],
    ['INS', '2026-11-22', 'AGE_MISMATCH'],
    ['ADT', '1826-11-21', 'AGE_MISMATCH'],
  ])('%s born %s: %s', (type, birthDate, code) => {
    expect(problem(type, birthDate)).toBe(code);
  });

  it.each<[Type, string, string]>([
    ['ADT', '2014-11-22', 'AGE_MISMATCH'], // still 11 on the first flight
    ['CHD', '2014-11-22', 'ok'], // 12 on the second
    ['INS', '2024-11-22', 'ok'], // 2 on the second, where it has its own seat
    ['INF', '2024-11-22', 'INFANT_TURNS_TWO'], // and here it has none
    ['INF', '2024-11-23', 'ok'],
  ])('%s born %s, whose birthday between two flights was refused: %s, for the type goes by the first day', (type, birthDate, code) => {
    expect(problem(type, birthDate, ['2026-11-21', '2026-11-22'])).toBe(code);
  });
});
