import { describe, expect, it } from 'vitest';
import { type Command, parseCommand } from '../../../renderer/frame/parse-command.ts';

const TODAY = '2026-11-21';
const flight = (change: Partial<Extract<Command, { kind: 'flight' }>>): Command => ({
  kind: 'flight',
  carrier: 'AA',
  number: 2336,
  suffix: '',
  date: null,
  orLocator: null,
  ...change,
});

describe('parseCommand', () => {
  it.each<[string, Command]>([
    // Routes
    ['NYC LAX 24NOV', { kind: 'route', from: 'NYC', to: 'LAX', date: '2026-11-24' }],
    ['jfk lax tomorrow', { kind: 'route', from: 'JFK', to: 'LAX', date: '2026-11-22' }],
    ['  nyc   lax ', { kind: 'route', from: 'NYC', to: 'LAX', date: TODAY }],
    ['NYC-LAX 2026-12-01', { kind: 'route', from: 'NYC', to: 'LAX', date: '2026-12-01' }],
    ['NYC LAX 3JAN', { kind: 'route', from: 'NYC', to: 'LAX', date: '2027-01-03' }], // over for this year: the next one
    ['NYC LAX 20NOV', { kind: 'route', from: 'NYC', to: 'LAX', date: '2026-11-20' }], // yesterday is not next year
    ['NYC LAX 24NOV27', { kind: 'route', from: 'NYC', to: 'LAX', date: '2027-11-24' }],
    ['NYC LAX +3', { kind: 'route', from: 'NYC', to: 'LAX', date: '2026-11-24' }],
    // All airports of a city whose code is an airport too
    ['hou* sha* 24NOV', { kind: 'route', from: 'HOU*', to: 'SHA*', date: '2026-11-24' }],
    ['HOU*', { kind: 'departures', from: 'HOU*', date: TODAY }],
    ['JFK', { kind: 'departures', from: 'JFK', date: TODAY }],
    ['jfk 24nov', { kind: 'departures', from: 'JFK', date: '2026-11-24' }],
    // Returns
    ['JFK LHR 5JAN 12JAN', { kind: 'route', from: 'JFK', to: 'LHR', date: '2027-01-05', back: '2027-01-12' }],
    ['jfk lhr 5 jan 12 jan', { kind: 'route', from: 'JFK', to: 'LHR', date: '2027-01-05', back: '2027-01-12' }],
    ['JFK LHR 5JAN-12JAN', { kind: 'route', from: 'JFK', to: 'LHR', date: '2027-01-05', back: '2027-01-12' }],
    ['JFK LHR tomorrow +7', { kind: 'route', from: 'JFK', to: 'LHR', date: '2026-11-22', back: '2026-11-29' }],
    [
      'JFK LHR 2+1 5 JAN 12 JAN',
      { kind: 'route', from: 'JFK', to: 'LHR', date: '2027-01-05', back: '2027-01-12', party: { adults: 2, children: 1, infants: 0 } },
    ],
    ['JFK 5 JAN', { kind: 'route', from: 'JFK', to: 'JAN', date: TODAY, party: { adults: 5, children: 0, infants: 0 } }], // Jackson
    // Routes with a party
    [
      'jfk lax tomorrow 2+1+1',
      { kind: 'route', from: 'JFK', to: 'LAX', date: '2026-11-22', party: { adults: 2, children: 1, infants: 1 } },
    ],
    ['JFK LAX 2+1 24NOV', { kind: 'route', from: 'JFK', to: 'LAX', date: '2026-11-24', party: { adults: 2, children: 1, infants: 0 } }],
    ['JFK LAX 3', { kind: 'route', from: 'JFK', to: 'LAX', date: TODAY, party: { adults: 3, children: 0, infants: 0 } }],
    ['JFK LAX +3 3', { kind: 'route', from: 'JFK', to: 'LAX', date: '2026-11-24', party: { adults: 3, children: 0, infants: 0 } }],
    ['JFK 0+2', { kind: 'departures', from: 'JFK', date: TODAY, party: { adults: 0, children: 2, infants: 0 } }],
    ['AA 2336 2+0+1', flight({ party: { adults: 2, children: 0, infants: 1 } })],
    // A party that is held at once
    ['AA2336 4 together', flight({ party: { adults: 4, children: 0, infants: 0 }, together: true })],
    ['aa 2336 tomorrow 2+1+1 Together', flight({ date: '2026-11-22', party: { adults: 2, children: 1, infants: 1 }, together: true })],
    ['AA2336 4 together 24NOV', flight({ date: '2026-11-24', party: { adults: 4, children: 0, infants: 0 }, together: true })],
    ['Anna Together', { kind: 'find', text: 'Anna Together' }],
    // Flights
    ['AA2336', flight({ orLocator: 'AA2336' })], // six signs that could be a locator too
    ['aa 2336', flight({})],
    ['AA2336 24NOV', flight({ date: '2026-11-24' })],
    ['AA 2336 tomorrow', flight({ date: '2026-11-22' })],
    ['AA0185', flight({ number: 185 })], // a zero is in no locator
    ['B6 23', flight({ carrier: 'B6', number: 23 })],
    ['9W1A', flight({ carrier: '9W', number: 1, suffix: 'A' })],
    ['AA2 336', flight({ orLocator: 'AA2336' })], // a locator in two groups, and still a flight
    // The room of prices
    ['pricing', { kind: 'screen', screen: 'pricing' }],
    ['pricing JFK LAX', { kind: 'pricing', scope: { kind: 'route', origin: 'JFK', destination: 'LAX' } }],
    ['Pricing AA9', { kind: 'pricing', scope: { kind: 'flight', carrier: 'AA', number: 9, suffix: '', date: null } }],
    ['pricing network', { kind: 'pricing', scope: { kind: 'network' } }],
    // Bookings: what else is known of one
    ...[
      ...['K7QF2M', 'k7qf2m', 'K7Q F2M', 'k7q-f2m', 'K7OF2M', 'BARNES', 'WILSON'],
      ...['SMITH/J', 'smith / john', "O'Brien/Mary-Ann", 'Łukasz/Ż', 'SMITH', 'SZE-TO/MEI', 'BARNES/', 'O/CEDRIC', 'SZE TO', 'John Smith'],
      ...['DE LA CRUZ/MARIA JOSE MRS', 'DELACRUZ', 'P<UTOERIKSSON<<ANNA<MARIA<<<', 'Müller', 'Иванов'],
      ...['+1 212 555 0148', '(212) 555-0148', 'elena@example.com', 'NYC LAX SFO'],
    ].map((text): [string, Command] => [text, { kind: 'find', text }]),
  ])('%s', (line, command) => {
    expect(parseCommand(line, TODAY)).toEqual(command);
  });

  it.each<[string, string]>([
    ['', 'Nothing was typed.'],
    ['   ', 'Nothing was typed.'],
    ['JFK LAX 0', 'Passengers: at least one is needed.'],
    ['AA185 10 together', 'At most 9 are held together.'],
    ['AA185 0 together', 'Passengers: at least one is needed.'],
    ['JFK LAX tomorrow 4 together', 'Together is held on a flight.'],
    ['AA185 35NOV 4 together', 'There is no day 35NOV.'],
    ['JFK LAX 1+0+2', 'Passengers: an adult carries one infant on the lap, and 2 for 1 adult are too many.'],
    ['NYC NYC 24NOV', 'NYC and NYC are the same place.'],
    ['NYC LAX 31FEB', 'There is no day 31FEB.'],
    ['NYC LAX 29FEB', 'There is no day 29FEB.'], // neither 2026 nor 2027 leaps
    ['AA2336 2026-13-01', 'There is no day 2026-13-01.'],
    ['NYC LOSA 24NOV', 'LOSA is no airport or city code.'],
    ['AA0', 'AA0 is no flight: its number is 0.'],
    ['SMITH/J/K', 'A name has no second /.'],
    ['SM1TH/J', 'A name has no 1.'],
    ['/J', 'The surname is missing.'],
    ['S/', 'One letter is too little of a name.'],
    ['AA23367', '\u201cAA23367\u201d is no route, flight, locator or name.'],
    ['NYC LAX 24NOV0001', 'There is no day 24NOV0001.'], // once ended the bar with an error
    [`${'SMITH'.repeat(16)}/J`, 'A name sought has at most 80 signs.'], // the hub takes no more
    ['JFK '.repeat(40), 'That is too long for a command.'],
    ['pricing JFK', '\u201cJFK\u201d is neither a route nor a flight.'],
    ['!', '\u201c!\u201d is no route, flight, locator or name.'],
  ])('says what is wrong with "%s"', (line, problem) => {
    expect(parseCommand(line, TODAY)).toMatchObject({ kind: 'wrong', problem });
  });
});
