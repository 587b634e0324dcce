import { expect, test } from 'vitest';
import { LETTERS } from '../../../renderer/oversale/letter-words.ts';
import { lettersOf } from '../../../renderer/oversale/letters-of.ts';
import { instant } from '../../../shared/instants.ts';
import type { Denial } from '../../../shared/methods/volunteers.ts';

const PAID_AT = instant(Date.UTC(2027, 0, 2, 19, 5));

const denial: Denial = {
  ...{ denialId: 1, bookingId: 2, locator: 'J9WQ2F', passenger: 1, name: 'DUARTE/PAUL MR', deniedAt: 1, author: 'osei', reason: 'full' },
  ...{ way: null, fare: 131_00, fareCurrency: 'USD', percent: 400, rebooked: 0, rebookedCurrency: 'USD' },
  ...{ owed: 524_00, owedCurrency: 'USD', paid: null, voucher: null, voucherUntil: null, printedAt: null },
};

/** What the letter of a denial says, in both languages. */
function lines(one: Denial): readonly string[] {
  const room = {
    ...{ flight: 'AA 9101', origin: 'JFK', destination: 'BUF', originZone: 'America/New_York', destinationZone: 'America/New_York' },
    ...{ departsAt: PAID_AT, arrivesAt: PAID_AT, volunteers: [], denied: [one], without: [] },
  };
  return lettersOf(room).flatMap(({ facts }) => LETTERS.flatMap((words) => words.denied(facts)));
}

test.each<[string, Partial<Denial>, readonly string[]]>([
  ['nothing is paid yet', {}, ['You are owed 524.00 USD.', 'Se le deben 524.00 USD.']],
  [
    'it was paid from a drawer',
    { paid: { kind: 'cash', at: PAID_AT, desk: 'T1-01' } },
    [
      'You are owed 524.00 USD.',
      'It was paid to you in money on 2027-01-02.',
      'Se le deben 524.00 USD.',
      'Se le pagaron en dinero el 2027-01-02.',
    ],
  ],
  [
    'a voucher was issued',
    { paid: { kind: 'voucher', at: PAID_AT, desk: 'T1-01' }, voucher: 'V5WGKA6D82P', voucherUntil: PAID_AT },
    [
      'You are owed 524.00 USD.',
      'You chose a voucher for it. Its number is V5WGKA6D82P. It pays for flights until 2027-01-02.',
      'Se le deben 524.00 USD.',
      'Usted eligió un bono. Su número es V5WGKA6D82P. Sirve para pagar vuelos hasta el 2027-01-02.',
    ],
  ],
])(
  'a letter says what became of the money: %s (a letter printed again after cash was paid still only said what is owed)',
  (_, more, said) => {
    const told = lines({ ...denial, ...more });
    expect(told.filter((line) => /owed|deben|paid|pagaron|voucher|bono/.test(line))).toEqual(said);
  },
);

test('a letter gives a reason that is true also where another aircraft took the cabin (it said that more passengers came than there are seats)', () => {
  expect(lines(denial)[0]).toContain('because there was no seat for you in your cabin');
});
