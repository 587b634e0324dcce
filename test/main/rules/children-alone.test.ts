import { describe, expect, it } from 'vitest';
import { childrenAlone, minorRefusal } from '../../../main/rules/children-alone.ts';
import type { PassengerName } from '../../../shared/methods/bookings.ts';

const RULES = { aloneFrom: 5, minorUnder: 12 };
const LEGS = [{ date: '2026-11-21' }, { date: '2026-11-22' }];
const named = (type: PassengerName['type'], birthDate: string | null): PassengerName => ({
  ...{ type, surname: 'Okafor', given: 'Ife', title: '', birthDate, with: null },
});

describe('children without an adult', () => {
  it.each<[string, PassengerName[], string, number[]]>([
    ['an adult alone', [named('ADT', null)], 'ok', []],
    ['a child with an adult', [named('ADT', null), named('CHD', '2024-01-01')], 'ok', []],
    ['a child of 4', [named('CHD', '2021-11-22')], 'CHILD_ALONE', []],
    ['a child who is 5 on the day', [named('CHD', '2021-11-21')], 'MINOR_ALONE', [0]],
    ['a child of 11', [named('CHD', '2014-11-22')], 'MINOR_ALONE', [0]],
    ['a brother of 4 and a sister of 10', [named('CHD', '2016-01-01'), named('CHD', '2022-01-01')], 'CHILD_ALONE', []],
    ['two children of 6 and 8', [named('CHD', '2020-01-01'), named('CHD', '2018-01-01')], 'MINOR_ALONE', [0, 1]],
    ['an infant in a seat', [named('INS', '2026-01-01')], 'CHILD_ALONE', []],
  ])('%s: %s', (_who, names, code, minors) => {
    const refusal = minorRefusal(names, LEGS, RULES, undefined);
    expect(refusal?.refusal.code ?? 'ok').toBe(code);
    expect(childrenAlone(names, LEGS, RULES).minors).toEqual(minors);
    const said = minorRefusal(names, LEGS, RULES, 'osei');
    expect(said?.refusal.code ?? 'ok', 'with a supervisor who says yes').toBe(code === 'MINOR_ALONE' ? 'ok' : code);
  });

  it.each([
    [8, 12, '2020-01-01', 'CHILD_ALONE'],
    [2, 6, '2020-01-01', 'ok'],
    [2, 7, '2020-01-01', 'MINOR_ALONE'],
  ])('the ages are settings: alone from %i, minor under %i, born %s: %s', (aloneFrom, minorUnder, birthDate, code) => {
    const refusal = minorRefusal([named('CHD', birthDate)], LEGS, { aloneFrom, minorUnder }, undefined);
    expect(refusal?.refusal.code ?? 'ok').toBe(code);
  });
});
