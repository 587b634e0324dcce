import { describe, expect, test } from 'vitest';
import { newSale, step } from '../../../renderer/sale/sale-flow.ts';
import { saleShown, spelt } from '../../../renderer/to-passenger/sale-shown.ts';
import { passengerSale } from '../../../shared/methods/passenger.ts';
import { hold, sold } from '../support/samples.ts';

const NOTHING = { flights: {}, quotes: {} };
const begun = newSale([hold().legs[0]?.flightId ?? 0], { adults: 1, children: 1, infants: 0 }, 'Y');
const held = step(begun, { do: 'booking', booking: hold() });
const confirmed = step(held, { do: 'booking', booking: sold() });

describe('what a passenger sees of a sale', () => {
  test('is what the hub takes, at each stage', () => {
    for (const sale of [held, confirmed]) expect(passengerSale.safeParse(saleShown(sale, NOTHING)).error).toBeUndefined();
  });

  test('is nothing while the flight is not known, and when the hold is lost', () => {
    expect(saleShown(begun, NOTHING)).toBeNull();
    expect(saleShown(step(held, { do: 'ended', why: 'The hold has ended.' }), NOTHING)).toBeNull();
  });

  test('of a hold: flight, seats, what is to be paid; then what was given, and the change once all is paid', () => {
    const { total } = hold();
    expect(saleShown(held, NOTHING)).toMatchObject({
      stage: 'held',
      locator: null,
      flights: [{ flight: 'AA 185', origin: 'JFK', destination: 'LAX', seats: ['17D', '17E'] }],
      total,
      due: total,
      change: null,
    });
    const card = step(held, { do: 'addTender', tender: { kind: 'card', amount: 10_000, approvalCode: null, testCard: null } });
    expect(saleShown(card, NOTHING)).toMatchObject({ given: [{ kind: 'card', amount: 10_000 }], due: total - 10_000, change: null });
    const cash = step(card, { do: 'addTender', tender: { kind: 'cash', amount: total - 10_000, given: total } });
    expect(saleShown(cash, NOTHING)).toMatchObject({
      given: [{ kind: 'card' }, { kind: 'cash', amount: total }],
      due: 0,
      change: 10_000,
    });
  });

  test('of a sale: its locator, the names of the booking, and the cash that goes back', () => {
    const { locator, total, passengers } = sold();
    expect(saleShown(confirmed, NOTHING)).toMatchObject({
      stage: 'sold',
      locator,
      names: passengers.map(({ surname, given }) => ({ surname, given })),
      given: [{ kind: 'cash', amount: 60_000 }],
      due: 0,
      change: 60_000 - total,
    });
  });

  test('never holds contact, birth date, fare rules, codes of cards or vouchers, or other desks', () => {
    const said = JSON.stringify(saleShown(confirmed, NOTHING));
    const { contact, passengers } = sold();
    const hidden = [contact?.phone, contact?.email, ...passengers.map(({ birthDate }) => birthDate)].filter(Boolean) as string[];
    expect(hidden.length).toBeGreaterThan(0);
    for (const text of [...hidden, 'approvalCode', 'voucher', 'priced', 'policy', 'desk', 'user']) expect(said).not.toContain(text);
  });

  test('follows the language of the messages', () => {
    const spanish = step(held, { do: 'write', messages: { language: 'es', optedOut: false } });
    expect(saleShown(spanish, NOTHING)?.language).toBe('es');
  });

  test('names an infant on a lap after those with seats', () => {
    const lap = step(held, { do: 'changePassenger', index: 0, change: { name: 'petrov/elena mrs', infant: true, infantName: 'petrov/a' } });
    expect(saleShown(lap, NOTHING)?.names).toEqual([
      { surname: 'Petrov', given: 'Elena', infant: false },
      { surname: '', given: '', infant: false },
      { surname: 'Petrov', given: 'A', infant: true },
    ]);
  });
});

test.each([
  ['', '', { surname: '', given: '' }],
  ['s', '', { surname: 'S', given: '' }],
  ['smith', '', { surname: 'Smith', given: '' }],
  ['smith/', '', { surname: 'Smith', given: '' }],
  ['smith/jo', '', { surname: 'Smith', given: 'Jo' }],
  ["O'Brien/Mary MRS", '', { surname: "O'Brien", given: 'Mary' }],
  ['smith/john/x', '', { surname: 'smith/john/x', given: '' }],
])('%j is spelt so far as %j', (entry, host, expected) => expect(spelt(entry, host)).toEqual(expected));
