import { describe, expect, test } from 'vitest';
import { ageOn, hostForm, nameText } from '../../shared/passengers.ts';

describe('the host form of a name', () => {
  test.each([
    ['Sze-To', 'SZETO'],
    ['Mei Lin', 'MEI LIN'],
    ['  mei   lin ', 'MEI LIN'],
    ["O'Brien", 'OBRIEN'],
    ['Müller', 'MULLER'],
    ['Weiß', 'WEISS'],
    ['Ærø', 'AERO'],
    ['Łukasz', 'LUKASZ'],
    ['Nguyễn', 'NGUYEN'],
    ['İnci', 'INCI'],
    ['李', ''],
    ['R2D2', 'RD'],
  ])('%s -> %s', (name, host) => expect(hostForm(name)).toBe(host));

  test('stands as SURNAME/GIVEN TITLE', () => {
    expect(nameText('Sze-To', 'Mei Lin', 'MS')).toBe('SZETO/MEI LIN MS');
    expect(nameText('Petrov', 'Lea', '')).toBe('PETROV/LEA');
  });
});

describe('an age', () => {
  test.each([
    ['2014-11-21', '2026-11-20', 11],
    ['2014-11-21', '2026-11-21', 12], // the birthday counts
    ['2024-02-29', '2026-02-28', 1],
    ['2024-02-29', '2026-03-01', 2],
    ['2026-12-01', '2026-11-21', -1],
  ])('born %s, on %s: %i', (born, on, age) => expect(ageOn(born, on)).toBe(age));
});
