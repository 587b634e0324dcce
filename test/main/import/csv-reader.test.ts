import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

const HEAD = 'carrier,number,suffix,origin,destination,from,to,days,frequency,departs,departs_day,arrives,arrives_day,equipment,base_fare';
const FULL = 'QX,41,,JFK,LAX,2026-11-16,2026-11-22,15,1,10:00,0,13:30,0,738,129.00';
const read = (...rows: string[]) => readText([HEAD, ...rows].join('\n'));

describe('rows', () => {
  it.each<[string, string, string[]]>([
    ['in full', FULL, ['QX 41 JFK-LAX 2026-11-16 15:00+390 738', 'QX 41 JFK-LAX 2026-11-20 15:00+390 738']],
    ['with what may be blank left blank', 'QX,41,,JFK,LAX,2026-11-16,,,,10:00,,13:30,,738,', ['QX 41 JFK-LAX 2026-11-16 15:00+390 738']],
    [
      'in small letters, without colons, with spaces',
      ' qx , 41 ,d, jfk,lax,2026-11-16,,,,1000,,1330,,738,',
      ['QX 41D JFK-LAX 2026-11-16 15:00+390 738'],
    ],
    [
      'in quotes',
      '"QX","41","","JFK","LAX","2026-11-16","","","","10:00","","13:30","","738","1200"',
      ['QX 41 JFK-LAX 2026-11-16 15:00+390 738'],
    ],
    ['overnight', 'QX,41,,JFK,LAX,2026-11-16,,,,22:00,,01:30,,738,', ['QX 41 JFK-LAX 2026-11-16 03:00+390 738']],
    ['the day before', 'QX,41,,GUM,HNL,2026-11-16,,,,07:00,,18:30,-1,738,', ['QX 41 GUM-HNL 2026-11-16 21:00+450 738']],
    [
      'every second week',
      'QX,41,,JFK,LAX,2026-11-16,2026-12-01,1,2,10:00,,13:30,,738,',
      ['QX 41 JFK-LAX 2026-11-16 15:00+390 738', 'QX 41 JFK-LAX 2026-11-30 15:00+390 738'],
    ],
  ])('%s', async (_name, row, expected) => {
    const { flights, problems } = await read(row);
    expect(problems).toEqual([]);
    expect(flights).toEqual(expected);
  });

  it('takes the fare of the row, else that of the distance', async () => {
    const { fares } = await read(FULL, FULL.replace('129.00', '').replace('41', '42'));
    expect(fares).toEqual([129_00, 129_00, 311_00, 311_00]);
  });

  it('reads the currency of the row, and its fare with the decimals of that currency', async () => {
    const priced = (fare: string, currency: string) => `${FULL.replace('129.00', fare)},${currency}`;
    const read = (...rows: string[]) => readText([`${HEAD},currency`, ...rows].join('\n'));
    const { fares, currencies, problems } = await read(
      priced('64800', 'JPY'),
      priced('129.500', 'kwd').replace('41', '42'),
      priced('129.00', '').replace('41', '43'),
    );
    expect(fares).toEqual([64_800, 64_800, 129_500, 129_500, 129_00, 129_00]);
    expect(currencies).toEqual(['JPY', 'JPY', 'KWD', 'KWD', 'USD', 'USD']);
    expect(problems).toEqual([]);
    const refused = await read(
      FULL.replace('41', '7').concat(','),
      priced('129.00', 'EURO'),
      priced('129.00', 'XAU'),
      priced('129.00', 'JPY'),
      priced('129.50', 'KWD'),
      priced('', 'EUR'),
    );
    expect(refused.problems).toEqual([
      '3 refused: currency "EURO" is not the ISO 4217 code of a currency, such as USD',
      '4 refused: currency "XAU" is not the ISO 4217 code of a currency, such as USD',
      '5 refused: base_fare "129.00" is not an amount in JPY, such as 129, of at most 100000000',
      '6 refused: base_fare "129.50" is not an amount in KWD, such as 129.000, of at most 100000000',
      '7 refused: base_fare is needed for a flight in EUR: fares by distance are in USD',
    ]);
  });

  describe("a competitor's fare", () => {
    const theirs = (fare: string, read: string, currency = '') => `${FULL},${currency},${fare},${read}`;
    const read = (...rows: string[]) => readText([`${HEAD},currency,competitor_fare,competitor_read`, ...rows].join('\n'));

    it.each<[string, string, string]>([
      ['with decimals', theirs('98.10', '2026-11-20T08:05Z'), '9810 2026-11-20T08:05:00.000Z'],
      ['without', theirs('98', '2026-11-20 08:05Z'), '9800 2026-11-20T08:05:00.000Z'],
      [
        'in the currency of the flight',
        theirs('9810', '2026-11-20T08:05Z', 'JPY').replace('129.00', '12900'),
        '9810 2026-11-20T08:05:00.000Z',
      ],
    ])('is read for each day of the row, %s', async (_case, row, expected) => {
      const { competitors, problems } = await read(row);
      expect(problems).toEqual([]);
      expect(competitors).toEqual([expected, expected]);
    });

    it('may be left blank', async () => {
      const { flights, competitors, problems } = await read(theirs('', ''));
      expect([flights.length, competitors, problems]).toEqual([2, [], []]);
    });

    it.each([
      ['a fare without its age', '98.10', '', 'competitor_read "" is not when competitor_fare was read, in UTC, such as 2026-11-21T14:30Z'],
      ['an age without its fare', '', '2026-11-20T08:05Z', 'competitor_fare is needed with competitor_read'],
      ['no amount', 'free', '2026-11-20T08:05Z', 'competitor_fare "free" is not an amount in USD, such as 129.00, of at most 100000000'],
      ['nothing', '0', '2026-11-20T08:05Z', 'competitor_fare "0" is not an amount in USD, such as 129.00, of at most 100000000'],
      [
        'a day that no month has',
        '98',
        '2026-02-30T08:05Z',
        'competitor_read "2026-02-30T08:05Z" is not when competitor_fare was read, in UTC, such as 2026-11-21T14:30Z',
      ],
      [
        'a time that no day has',
        '98',
        '2026-11-20T25:05Z',
        'competitor_read "2026-11-20T25:05Z" is not when competitor_fare was read, in UTC, such as 2026-11-21T14:30Z',
      ],
      [
        'a time of nobody knows where',
        '98',
        '2026-11-20T08:05',
        'competitor_read "2026-11-20T08:05" is not when competitor_fare was read, in UTC, such as 2026-11-21T14:30Z',
      ],
    ])('is refused with its line: %s', async (_case, fare, at, problem) => {
      const { problems } = await read(`${FULL.replace('41', '7')},,,`, theirs(fare, at));
      expect(problems).toEqual([`3 refused: ${problem}`]);
    });
  });

  it('takes columns in any order, and says which mean nothing to it', async () => {
    const { flights, problems } = await readText(
      '\uFEFFEquipment,Carrier,Number,Origin,Destination,From,Departs,Arrives,Gate\r\n738,QX,41,JFK,LAX,2026-11-16,10:00,13:30,B22\r\n\r\n',
    );
    expect(flights).toEqual(['QX 41 JFK-LAX 2026-11-16 15:00+390 738']);
    expect(problems).toEqual(['1 warning: The column "gate" is not understood and is left out']);
  });
});

describe('rows that are refused', () => {
  const cells = FULL.split(',');
  const columns = HEAD.split(',');
  const row = (column: string, value: string) => cells.map((cell, at) => (columns[at] === column ? value : cell)).join(',');
  it.each([
    ['carrier', 'QXE', 'carrier "QXE" is not two characters'],
    ['carrier', '12', 'carrier "12" is not two characters'],
    ['number', '12345', 'number "12345" is not 1 to 9999'],
    ['number', '-1', 'number "-1" is not 1 to 9999'],
    ['suffix', 'DD', 'suffix "DD" is not a letter'],
    ['origin', 'QQQ', 'origin: no airport is called "QQQ"'],
    // A city is not where an aircraft lands.
    ['destination', 'NYC', 'destination: no airport is called "NYC"'],
    ['destination', 'JFK', 'origin and destination are both JFK'],
    ['from', '2026-02-30', 'from "2026-02-30" is not a date from 1971 to 2199, such as 2026-11-21'],
    ['from', '0000-01-01', 'from "0000-01-01" is not a date from 1971 to 2199, such as 2026-11-21'],
    ['to', '9999-12-31', 'to "9999-12-31" is not a date from 1971 to 2199, such as 2026-11-21'],
    ['to', '2199-12-31', 'The period is longer than 731 days'],
    ['to', '2026-11-01', 'The period ends before it begins'],
    ['days', '8', 'days "8" are not digits 1 (Monday) to 7'],
    ['frequency', '0', 'frequency "0" is neither 1 nor 2'],
    ['departs', '25:00', 'departs "25:00" is not a time, such as 21:30'],
    ['departs', '24:30', 'departs "24:30" is not a time, such as 21:30'],
    ['arrives', 'noon', 'arrives "noon" is not a time, such as 21:30'],
    ['arrives_day', '7', 'arrives_day "7" is none of -1, 0, 1, 2'],
    ['arrives_day', '2', 'JFK-LAX takes more than 24 hours'],
    ['equipment', '74F', 'No aircraft that carries passengers is called "74F"'],
    ['base_fare', '1,5', 'The row has 16 fields, the header 15'],
    ['base_fare', '-5', 'base_fare "-5" is not an amount in USD, such as 129.00, of at most 100000000'],
    // A seat for nothing could be held and never paid.
    ['base_fare', '0', 'base_fare "0" is not an amount in USD, such as 129.00, of at most 100000000'],
    ['base_fare', '100000000.01', 'base_fare "100000000.01" is not an amount in USD, such as 129.00, of at most 100000000'],
    ['base_fare', '"', 'The quotes of the row do not match'],
  ])('%s %s', async (column, value, problem) => {
    const { flights, problems } = await read(FULL.replace('41', '7'), row(column, value));
    expect(flights.every((flight) => flight.startsWith('QX 7 '))).toBe(true);
    expect(problems).toContain(`3 refused: ${problem}`);
  });
});

it('tells every fault of a row at once', async () => {
  const { problems } = await read(FULL, 'QX,99,DD,JFK,QQQ,2026-02-30,,8,1,25:00,0,13:30,7,77F,free');
  expect(problems).toEqual([
    '3 refused: suffix "DD" is not a letter. from "2026-02-30" is not a date from 1971 to 2199, such as 2026-11-21. days "8" are not digits 1 (Monday) to 7. departs "25:00" is not a time, such as 21:30. destination: no airport is called "QQQ". arrives_day "7" is none of -1, 0, 1, 2. No aircraft that carries passengers is called "77F". base_fare "free" is not an amount in USD, such as 129.00, of at most 100000000',
  ]);
});

describe('every column is understood or said', () => {
  const base = 'carrier,number,origin,destination,from,departs,arrives,equipment';
  const cells = 'QX,41,JFK,LAX,2026-11-16,10:00,13:30,738';
  it.each<[string, string, string]>([
    [
      'a misspelt fare was left out and the flight priced by distance',
      'base_far',
      'The column "base_far" is not understood and is left out. Did you mean base_fare?',
    ],
    ['letters that changed places', 'currnecy', 'The column "currnecy" is not understood and is left out. Did you mean currency?'],
    ['a word of the trade', 'Fare', 'The column "fare" is not understood and is left out. Did you mean base_fare?'],
    ['a column of which nothing is known', 'gate', 'The column "gate" is not understood and is left out'],
    ['an unknown column that stands twice', 'gate,gate', 'The column "gate" is not understood and is left out (2 times)'],
    ['a column without a name', '', 'A column without a name is not understood and is left out'],
  ])('%s', async (_name, columns, problem) => {
    const { findings } = await readText(
      `${base},${columns}\n${cells},${columns
        .split(',')
        .map(() => '1')
        .join(',')}\n`,
    );
    expect(findings).toMatchObject({ flights: 1, attention: [problem], problems: [{ line: 1, severity: 'warning', problem }] });
  });

  it.each(['Base Fare', 'BASE-FARE', ' base_fare '])('reads a column that is written %s', async (column) => {
    const { fares, problems } = await readText(`${base},${column}\n${cells},129.00\n`);
    expect(fares).toEqual([129_00]);
    expect(problems).toEqual([]);
  });

  it.each([
    [base.replace('equipment', 'equipmnt'), 'The header lacks equipment. Did you mean equipment by "equipmnt"?'],
    [base.replace('carrier', 'airline'), 'The header lacks carrier. Did you mean carrier by "airline"?'],
    [`${base},Carrier`, 'The header has two columns carrier'],
  ])('refuses %s with the true reason', async (header, unreadable) => {
    expect((await readText(`${header}\n${cells}\n`)).unreadable).toBe(unreadable);
  });
});

it('refuses a file whose header lacks a column', async () => {
  expect((await readText('carrier,number,origin,destination,from,departs,arrives\n')).unreadable).toBe('The header lacks equipment');
});
