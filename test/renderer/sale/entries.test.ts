import { describe, expect, it } from 'vitest';
import { readBirthDate } from '../../../renderer/sale/birth-date.ts';
import { initialsOf, readName } from '../../../renderer/sale/name-entry.ts';
import { readContact } from '../../../shared/read-contact.ts';

describe('a name in one field', () => {
  it.each([
    ['petrov/elena mrs', 'Petrov', 'Elena', 'MRS', 'PETROV/ELENA MRS'],
    ['PETROV/ELENA MRS', 'PETROV', 'ELENA', 'MRS', 'PETROV/ELENA MRS'],
    ['Sze-To/Mei Lin MS', 'Sze-To', 'Mei Lin', 'MS', 'SZETO/MEI LIN MS'],
    ['müller/jörg', 'Müller', 'Jörg', '', 'MULLER/JORG'],
    ["o'neill / sean  mr", "O'Neill", 'Sean', 'MR', 'ONEILL/SEAN MR'],
    ['de la cruz/ana maria', 'De La Cruz', 'Ana Maria', '', 'DE LA CRUZ/ANA MARIA'],
    ['smith/mr', 'Smith', 'Mr', '', 'SMITH/MR'], // a given name alone is no title
    ['o/cedric mr', 'O', 'Cedric', 'MR', 'OO/CEDRIC MR'],
    ['suharto/fnu mr', 'Suharto', 'Fnu', 'MR', 'SUHARTO/FNU MR'],
  ])('%s', (entry, surname, given, title, text) => {
    const read = readName(entry);
    expect(read).toMatchObject({ ok: true, asksHost: false, hostProblem: '', name: { surname, given, title, text } });
  });

  it.each([
    ['petrov/elena mrs', ''],
    ['o/cedric mr', 'OO/CEDRIC MR'],
    ["o'neill/sean", ''],
    ['müller/jörg', 'MULLER/JORG'],
    ['ĳsbrand/ŋa', 'IJSBRAND/NA'],
    ['r2d2/john# mr', 'RD/JOHN MR, without 2 #'],
  ])('says what %s stands as on lists: %j', (entry, told) => {
    expect(readName(entry)).toMatchObject({ ok: true, told });
  });

  const LONG = `${'a'.repeat(40)}/${'b'.repeat(30)}`;
  it.each([
    ['李/小龙', '', '李 小 龙 has no form in A to Z', ''],
    ['Müller李/jo', '', '李 has no form', ''],
    ['李/小龙', 'li', 'The host form is SURNAME/GIVEN', ''],
    ['李/小龙', '李/bruce', 'The host form is SURNAME/GIVEN', ''],
    ['李/小龙', 'li/xiaolong mr', '', 'LI/XIAOLONG MR'],
    ['李/小龙 MR', 'li/xiaolong', '', 'LI/XIAOLONG MR'],
    ['吴/小', 'o/xiao', '', 'OO/XIAO'],
    [LONG, '', 'longer than 58', ''],
    [LONG, LONG, 'longer than 58', ''],
    [LONG, 'aaaa/bbbb mr', '', 'AAAA/BBBB MR'],
  ])('asks for the host form of %s beside it; %j: %s', (entry, host, problem, text) => {
    const read = readName(entry, host);
    expect(read).toMatchObject({ ok: true, asksHost: true, name: { text } });
    expect(read.ok && read.hostProblem).toContain(problem);
    expect(read.ok && read.hostProblem === '').toBe(problem === '');
  });

  it.each([
    ['', 'SURNAME/GIVEN'],
    ['petrov', '/ stands between'],
    ['a/b/c', 'Only one /'],
    ['suharto', 'A single name: SUHARTO/FNU'],
    ['/elena', 'The surname is missing. Write it as ELENA/FNU.'],
    ['petrov/', 'The given name is missing. Write it as PETROV/FNU.'],
    ['petrov/123', 'Write it as PETROV/FNU.'],
    ['-/-', 'no letter of A to Z'],
    // The hub would refuse it as malformed, when the money is on the counter.
    ['petrov/elena\ud83d', 'cannot be printed'],
    ['petrov/elena\u0007', 'cannot be printed'],
    [`petrov${'\u0301'.repeat(70)}/elena`, 'longer than 60'],
  ])('refuses %j', (entry, problem) => {
    const read = readName(entry);
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.problem).toContain(problem);
  });

  it.each<[string, number, string, string?]>([
    ['petrov/elena mrs', 1, 'EP'],
    ['petrov', 2, '2'],
    ['李/小龙', 3, '3'],
    ['李/小龙', 3, 'XL', 'li/xiaolong'],
  ])('marks the seat of %j', (entry, number, mark, host = '') => {
    expect(initialsOf(entry, number, host)).toBe(mark);
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
