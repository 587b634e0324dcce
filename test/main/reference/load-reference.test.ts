import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../main/reference/load-reference.ts';
import type { Airport } from '../../../main/reference/reference.ts';
import { assert } from '../../../shared/assert.ts';

const reference = loadReference();
function airport(code: string): Airport {
  const found = reference.airport(code);
  assert(found, `${code} is an airport`);
  return found;
}

describe('airports', () => {
  it('knows one with its zone', () => {
    expect(airport('JFK')).toMatchObject({ city: 'New York', cityCode: 'NYC', country: 'US', zone: 'America/New_York', suspect: false });
  });

  it.each([
    ['RMO', 'Chisinau', 'KIV', 'Europe/Chisinau'],
    ['COV', 'Adana', 'ADA', 'Europe/Istanbul'],
    ['GOX', 'Goa', 'GOI', 'Asia/Kolkata'],
    ['SAI', 'Siem Reap', 'REP', 'Asia/Phnom_Penh'],
    ['TQO', 'Tulum', 'TQO', 'America/Cancun'],
    ['BSZ', 'Bishkek', 'FRU', 'Asia/Bishkek'],
    ['YTW', 'Yutian', 'YTW', 'Asia/Shanghai'],
    ['WSI', 'Sydney', 'SYD', 'Australia/Sydney'],
  ])('a flight to %s was refused, because the airport is younger than the list: it is in %s, %s, %s', (code, city, cityCode, zone) => {
    expect(airport(code)).toMatchObject({ code, city, cityCode, zone });
  });

  it('KTI was in Kratie, 170 km from Phnom Penh, whose airport it is now', () => {
    expect(airport('KTI')).toMatchObject({ name: 'Techo International Airport', city: 'Phnom Penh', cityCode: 'PNH', country: 'KH' });
    expect(reference.miles(airport('KTI'), airport('PNH'))).toBeLessThan(20);
    expect(reference.airportsOf('PNH*').map(({ code }) => code)).toEqual(['KTI', 'PNH']);
  });

  it('each that was added lies where its city is', () => {
    for (const [code, other] of [
      ['RMO', 'KIV'],
      ['COV', 'ADA'],
      ['GOX', 'GOI'],
      ['SAI', 'REP'],
      ['BSZ', 'FRU'],
      ['GNJ', 'KVD'],
      ['NMI', 'BOM'],
      ['HSR', 'RAJ'],
      ['DRP', 'LGP'],
      ['WSI', 'SYD'],
    ] as const)
      expect([code, (reference.miles(airport(code), airport(other)) ?? 999) < 50]).toEqual([code, true]);
  });

  it.each([
    // A place that two sources put elsewhere; the zone is the right one all the same.
    ['BIN', true, 'Asia/Kabul'],
    ['XIC', true, 'Asia/Shanghai'],
    ['KLU', true, 'Europe/Vienna'],
    ['SLH', true, 'Pacific/Efate'],
    ['STG', true, 'America/Anchorage'],
    // Only the zone was disputed, and the other source was wrong.
    ['PUQ', false, 'America/Punta_Arenas'],
    ['LOZ', false, 'America/New_York'],
  ])('%s suspect: %s, zone %s', (code, suspect, zone) => {
    expect(airport(code)).toMatchObject({ suspect, zone });
  });

  it('draws no distance from a suspect place', () => {
    expect(reference.miles(airport('KLU'), airport('VIE'))).toBeUndefined();
    expect(reference.miles(airport('VIE'), airport('KLU'))).toBeUndefined();
  });

  it.each([
    ['JFK', 'LAX', 2470],
    ['SFO', 'LAX', 337],
    ['LHR', 'JFK', 3443],
    // Across the date line.
    ['GUM', 'HNL', 3801],
  ])('%s-%s is %i great circle miles, within 0.5 %%', (from, to, miles) => {
    const measured = reference.miles(airport(from), airport(to)) ?? 0;
    expect(Math.abs(measured - miles) / miles).toBeLessThan(0.005);
  });
});

describe('places', () => {
  it.each([
    ['NYC', ['EWR', 'JFK', 'LGA', 'NYS', 'SWF']],
    ['LON', ['BQH', 'LCY', 'LGW', 'LHR', 'LTN', 'SEN', 'STN']],
    ['WAS', ['DCA', 'IAD']],
    ['JFK', ['JFK']],
    // Also Houston's city code, but an airport's first.
    ['HOU', ['HOU']],
    ['DFW', ['DFW']],
    // The other reading of such a code: all airports of the city.
    ['HOU*', ['CXO', 'DWH', 'EFD', 'HOU', 'IAH', 'IWS', 'SGR']],
    ['SHA*', ['PVG', 'SHA']],
    ['DFW*', ['ADS', 'DAL', 'DFW', 'RBD']],
    ['NYC*', ['EWR', 'JFK', 'LGA', 'NYS', 'SWF']],
    ['JFK*', []],
    ['ZZZ', []],
  ])('%s is %j', (code, airports) => {
    expect(reference.airportsOf(code).map((found) => found.code)).toEqual(airports);
  });

  it.each([
    // The code itself before everything else.
    ['JFK', 'JFK'],
    ['nyc', 'NYC'],
    ['new york', 'NYC'],
    ['hou', 'HOU'],
    ['Zürich', 'ZRH'],
    ['sao paulo', 'SAO'],
    // By the airport's own name.
    ['heathrow', 'LHR'],
    ["o'hare", 'ORD'],
  ])('%s finds %s first', (text, code) => {
    expect(reference.places(text, 20)[0]?.code).toBe(code);
  });

  it('finds the other airports of a city by its code, and no more than asked for', () => {
    expect(reference.places('HOU', 3).map((found) => found.code)).toEqual(['HOU', 'HOU*', 'IAH']);
    expect(reference.places('a', 20)).toHaveLength(20);
    expect(reference.places('  ', 20)).toEqual([]);
    expect(reference.places('qqqq', 20)).toEqual([]);
  });

  it.each([
    ['hou', ['HOU', 'HOU*']],
    ['HOU*', ['HOU', 'HOU*']],
    ['SHA', ['SHA', 'SHA*']],
    ['dfw', ['DFW', 'DFW*']],
    // By its name the airport that is meant most often comes first, as before.
    ['dallas', ['DFW', 'DFW*']],
    ['chisinau', ['KIV', 'RMO']],
  ])('a code that means a city and an airport was read in one way only: %s offers %j', (text, codes) => {
    expect(reference.places(text, 2).map(({ code }) => code)).toEqual(codes);
  });

  it('says of the second reading that it is a city, and which airports it has', () => {
    expect(reference.places('SHA', 2)[1]).toMatchObject({
      code: 'SHA*',
      kind: 'city',
      name: 'Shanghai, all airports',
      airports: ['PVG', 'SHA'],
    });
    expect(reference.places('ZRH', 9).map(({ code }) => code)).toEqual(['ZRH']);
  });

  it('tells a city apart from an airport', () => {
    expect(reference.places('NYC', 1)[0]).toMatchObject({ kind: 'city', name: 'New York, all airports', country: 'US' });
  });
});

describe('minimum connection times', () => {
  it.each([
    // from, at, departs at, to, minutes
    ['LAX', 'ORD', 'ORD', 'BOS', 30],
    ['LAX', 'ORD', 'ORD', 'LHR', 60],
    ['LHR', 'ORD', 'ORD', 'BOS', 90],
    ['LHR', 'ORD', 'ORD', 'NRT', 90],
    // Puerto Rico is domestic for the United States.
    ['SJU', 'MIA', 'MIA', 'ATL', 30],
    ['GUM', 'HNL', 'HNL', 'LAX', 30],
    ['PTP', 'ORY', 'ORY', 'NCE', 30],
    // An airport's own value beats the default.
    ['JFK', 'FRA', 'FRA', 'MUC', 45],
    // Between two airports of one city.
    ['LAX', 'JFK', 'LGA', 'BOS', 240],
  ])('%s-%s %s-%s: %i', (from, at, departsAt, to, minutes) => {
    expect(reference.minimumConnectionMinutes(airport(from), airport(at), airport(departsAt), airport(to))).toBe(minutes);
  });
});

it('names airlines that fly today before those that had their code earlier', () => {
  expect(reference.airlineName('AA')).toBe('American Airlines');
  expect(reference.airlineName('LH')).toBe('Lufthansa');
  expect(reference.airlineName('??')).toBeUndefined();
});
