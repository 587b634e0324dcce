import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOST_NAME_MAX, hostForm } from '../../shared/host-form.ts';
import { hostName, hostNameAdvice, joinedName, nameText, surnameOf } from '../../shared/host-name.ts';
import { TITLES } from '../../shared/passengers.ts';

const SEED = 20261126;

test('the surname stands before the slash', () => expect(surnameOf('CHEN/MEI LIN MS')).toBe('CHEN'));

describe('a name in host form', () => {
  test.each([
    ['Sze-To', 'Mei Lin', 'MS', 'SZETO/MEI LIN MS'],
    ['Petrov', 'Lea', '', 'PETROV/LEA'],
    ['O', 'Cedric', 'MR', 'OO/CEDRIC MR'],
    ['Suharto', 'FNU', '', 'SUHARTO/FNU'],
  ])('%s, %s %s: %s', (surname, given, title, text) => expect(nameText({ surname, given, title })).toBe(text));

  test('is the one that was typed beside another script', () => {
    expect(nameText({ surname: '李', given: '小龙', title: 'MR', host: { surname: 'LI', given: 'XIAOLONG' } })).toBe('LI/XIAOLONG MR');
    expect(nameText({ surname: '吴', given: '小', title: '', host: { surname: 'O', given: 'XIAO' } })).toBe('OO/XIAO');
  });

  test.each([
    ['Suharto', '', 'MR', 'the given name is missing', 'Write it as SUHARTO/FNU MR.'],
    ['', 'Elena', '', 'the surname is missing', 'Write it as ELENA/FNU.'],
    ['-', '1', 'MR', 'the name has no letter of A to Z', 'Write it as SURNAME/GIVEN TITLE.'],
    [
      '李',
      'Bruce',
      '',
      '李 has no form in A to Z',
      'Write it in A to Z beside the spelling, as the passport has it above its lines of <<<.',
    ],
    [
      'P'.repeat(30),
      'E'.repeat(26),
      'MR',
      'the name is longer than 58 letters',
      `Write ${'P'.repeat(30)}/${'E'.repeat(24)} MR beside the spelling.`,
    ],
    ['P'.repeat(60), 'Eva', 'MSTR', 'the name is longer than 58 letters', `Write ${'P'.repeat(51)}/E MSTR beside the spelling.`],
  ])('the refusal of %s, %s %s says what works', (surname, given, title, problem, advice) => {
    const read = hostName({ surname, given, title });
    expect(read.ok ? '' : read.problem).toBe(problem);
    expect(read.ok ? '' : `${hostNameAdvice(read)}.`).toBe(advice);
  });

  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }));
  const name = fc.record({ surname: text, given: text, title: fc.constantFrom('', ...TITLES) });

  test(`has only letters of A to Z and spaces, and ${HOST_NAME_MAX} at most (seed ${SEED})`, () => {
    fc.assert(
      fc.property(name, (spelling) => {
        expect(hostForm(spelling.surname)).toMatch(/^([A-Z]+( [A-Z]+)*)?$/);
        expect(hostForm(hostForm(spelling.given))).toBe(hostForm(spelling.given));
        const host = hostName(spelling);
        const whole = host.ok ? joinedName(host.surname, host.given, spelling.title) : host.form;
        expect(whole).toMatch(/^[A-Z]{2,}( [A-Z]+)*\/[A-Z]+( [A-Z]+)*$/);
        expect(whole.length).toBeLessThanOrEqual(HOST_NAME_MAX);
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  test(`that a refusal proposes is taken when it is written so (seed ${SEED})`, () => {
    fc.assert(
      fc.property(name, (spelling) => {
        const read = hostName(spelling);
        if (read.ok) return;
        const [surname = '', given = ''] = read.form.split('/');
        expect(hostName({ surname, given, title: '' }).ok).toBe(true);
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });
});
