import { describe, expect, it } from 'vitest';
import { readBirthDate } from '../../../renderer/sale/birth-date.ts';
import { readContact } from '../../../renderer/sale/contact-entry.ts';
import { initialsOf, readName } from '../../../renderer/sale/name-entry.ts';

describe('a name in one field', () => {
  it.each([
    ['petrov/elena mrs', 'Petrov', 'Elena', 'MRS', 'PETROV/ELENA MRS'],
    ['PETROV/ELENA MRS', 'PETROV', 'ELENA', 'MRS', 'PETROV/ELENA MRS'],
    ['Sze-To/Mei Lin MS', 'Sze-To', 'Mei Lin', 'MS', 'SZETO/MEI LIN MS'],
    ['müller/jörg', 'Müller', 'Jörg', '', 'MULLER/JORG'],
    ["o'neill / sean  mr", "O'Neill", 'Sean', 'MR', 'ONEILL/SEAN MR'],
    ['de la cruz/ana maria', 'De La Cruz', 'Ana Maria', '', 'DE LA CRUZ/ANA MARIA'],
    ['smith/mr', 'Smith', 'Mr', '', 'SMITH/MR'], // a given name alone is no title
  ])('%s', (entry, surname, given, title, host) => {
    expect(readName(entry)).toEqual({ ok: true, name: { surname, given, title, host } });
  });

  it.each([
    ['', 'SURNAME/GIVEN'],
    ['petrov', '/ stands between'],
    ['a/b/c', 'Only one /'],
    ['/elena', 'surname'],
    ['x/elena', 'two letters'],
    ['petrov/', 'given name'],
    ['petrov/123', 'given name'],
    [`${'a'.repeat(40)}/${'b'.repeat(30)}`, 'longer than 58'],
    // The hub would refuse it as malformed, when the money is on the counter.
    ['petrov/elena\ud83d', 'cannot be printed'],
    ['petrov/elena\u0007', 'cannot be printed'],
    [`petrov${'\u0301'.repeat(70)}/elena`, 'longer than 60'],
  ])('refuses %j', (entry, problem) => {
    const read = readName(entry);
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.problem).toContain(problem);
  });

  it.each([
    ['petrov/elena mrs', 1, 'EP'],
    ['petrov', 2, '2'],
  ])('marks the seat of %j', (entry, number, mark) => {
    expect(initialsOf(entry, number)).toBe(mark);
  });
});

describe('a birth date', () => {
  it.each([
    ['12MAR18', '2018-03-12'],
    ['12mar2018', '2018-03-12'],
    ['2018-03-12', '2018-03-12'],
    ['1 JAN 26', '2026-01-01'],
    ['22NOV26', '1926-11-22'], // tomorrow in this century, so the one before
    ['21NOV26', '2026-11-21'],
    ['29FEB24', '2024-02-29'],
    ['29FEB23', undefined],
    ['31APR20', undefined],
    ['12XYZ18', undefined],
    ['2027-01-01', undefined],
    ['1899-12-31', undefined],
    ['', undefined],
    ['hello', undefined],
  ])('%j is %s', (entry, date) => {
    expect(readBirthDate(entry, '2026-11-21')).toBe(date);
  });
});

describe('a contact', () => {
  it.each([
    ['+1 212 555 0148', { phone: '+1 212 555 0148', email: '' }],
    ['e.petrov@example.com', { phone: '', email: 'e.petrov@example.com' }],
    ['(212) 555-0148, e.petrov@example.com', { phone: '(212) 555-0148', email: 'e.petrov@example.com' }],
    ['', undefined],
    ['1234', undefined], // too short to call
    ['a@b', undefined],
    ['a@b.de c@d.de', undefined],
    ['call me', undefined],
    // The hub would refuse it as malformed.
    ['9'.repeat(41), undefined],
    [`${'a'.repeat(120)}@example.com`, undefined],
    ['a\ud83d@b.de', undefined],
  ])('%j', (entry, read) => {
    expect(readContact(entry)).toEqual(read);
  });
});
