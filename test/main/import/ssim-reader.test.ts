import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';
import {
  carrierRecord,
  FILLER,
  HEADER,
  type LegFields,
  legRecord,
  numbered,
  segmentRecord,
  ssimFile,
  TRAILER,
  trailerRecord,
} from './ssim-lines.ts';

const monday = { from: '16NOV26', to: '16NOV26' };
const read = (leg: LegFields, carrier = carrierRecord()) => readText(ssimFile(carrier, legRecord(leg)));

describe('days of a period', () => {
  it.each<[string, LegFields, string[]]>([
    ['every day', {}, ['16', '17', '18', '19', '20', '21', '22']],
    ['some weekdays, by their places', { days: '1 3   7' }, ['16', '18', '22']],
    [
      'every second week, from the first of the period',
      { from: '02NOV26', to: '30NOV26', days: '1      ', frequency: '2' },
      ['02', '16', '30'],
    ],
    // Two weeks are counted from the first day of the period, on whatever weekday it falls: 02NOV26 is a Monday.
    ['a fortnight from a Tuesday', { from: '03NOV26', to: '30NOV26', days: '12     ', frequency: '2' }, ['03', '09', '17', '23']],
    ['a fortnight from a Wednesday', { from: '04NOV26', to: '30NOV26', days: '1 3    ', frequency: '2' }, ['04', '09', '18', '23']],
    ['a fortnight from a Thursday', { from: '05NOV26', to: '30NOV26', days: '  34   ', frequency: '2' }, ['05', '11', '19', '25']],
    ['a fortnight from a Friday', { from: '06NOV26', to: '30NOV26', days: '1   5  ', frequency: '2' }, ['06', '09', '20', '23']],
    ['a fortnight from a Saturday', { from: '07NOV26', to: '30NOV26', days: '    56 ', frequency: '2' }, ['07', '13', '21', '27']],
    ['a fortnight from a Sunday', { from: '08NOV26', to: '30NOV26', days: '1     7', frequency: '2' }, ['08', '09', '22', '23']],
    ['a fortnight of which the first day is not flown', { from: '04NOV26', to: '30NOV26', days: '1      ', frequency: '2' }, ['09', '23']],
    ['a fortnight over a change of months', { from: '25NOV26', to: '20DEC26', days: '1 3    ', frequency: '2' }, ['25', '30', '09', '14']],
    ['weekly said in so many words', { from: '16NOV26', to: '29NOV26', days: '1      ', frequency: '1' }, ['16', '23']],
    ['a single day', monday, ['16']],
  ])('%s', async (_name, leg, days) => {
    const { flights, problems } = await read(leg);
    expect(flights.map((flight) => flight.slice(22, 24))).toEqual(days);
    expect(problems).toEqual([]);
  });
});

describe('times', () => {
  it.each<[string, LegFields, string]>([
    ['local at each end', monday, '2026-11-16 15:00+390'],
    // Passenger before aircraft time on departure, and the other way round in the record on arrival.
    [
      'the passenger times, not those of the aircraft',
      { ...monday, departsAircraft: '1015', arrivesAircraft: '1315' },
      '2026-11-16 15:00+390',
    ],
    [
      'the aircraft times where the passenger times are blank',
      { ...monday, departs: '    ', departsAircraft: '1015', arrives: '    ', arrivesAircraft: '1315' },
      '2026-11-16 15:15+360',
    ],
    [
      'overnight without a date variation: the next day is inferred',
      { ...monday, departs: '2200', arrives: '0130' },
      '2026-11-16 03:00+390',
    ],
    ['overnight with one', { ...monday, departs: '2200', arrives: '0130', dayShifts: '01' }, '2026-11-16 03:00+390'],
    [
      'a leg of a flight that left the day before',
      { ...monday, departs: '0030', arrives: '0400', dayShifts: '11' },
      '2026-11-17 05:30+390',
    ],
    ['the end of a day as 2400', { ...monday, departs: '2030', arrives: '2400' }, '2026-11-16 01:30+390'],
  ])('%s', async (_name, leg, expected) => {
    const { flights, problems } = await read(leg);
    expect(problems).toEqual([]);
    expect(flights).toEqual([`QX 41 JFK-LAX ${expected} 738`]);
  });

  it('arrives the day before across the date line', async () => {
    const leg = {
      ...monday,
      origin: 'GUM',
      departs: '0700',
      departsZone: '+1000',
      destination: 'HNL',
      arrives: '1830',
      arrivesZone: '-1000',
    };
    expect((await read(leg)).flights).toEqual(['QX 41 GUM-HNL 2026-11-16 21:00+450 738']);
    expect((await read({ ...leg, dayShifts: '0A' })).flights).toEqual(['QX 41 GUM-HNL 2026-11-16 21:00+450 738']);
  });

  it('takes times, days and dates as UTC where the carrier record says so, and dates the flight where it departs', async () => {
    const { flights } = await read({ ...monday, departs: '0300', arrives: '0930' }, carrierRecord({ mode: 'U' }));
    expect(flights).toEqual(['QX 41 JFK-LAX 2026-11-15 03:00+390 738']);
  });

  it('lays each day by the zone over a change of clocks, and says where the file differs', async () => {
    const { flights, problems } = await read({ from: '31OCT26', to: '02NOV26', days: '1    67' });
    expect(flights.map((flight) => flight.slice(14))).toEqual([
      '2026-10-31 14:00+390 738',
      '2026-11-01 15:00+390 738',
      '2026-11-02 15:00+390 738',
    ]);
    expect(problems).toEqual([
      '4 warning: Legs reach beyond the validity 2026-11-01 to 2027-03-27 of the carrier record; they are read in full',
      '4 warning: JFK is UTC-05:00 in the file and UTC-04:00 by its zone America/New_York on 2026-10-31; the zone is followed',
      '4 warning: LAX is UTC-08:00 in the file and UTC-07:00 by its zone America/Los_Angeles on 2026-10-31; the zone is followed',
    ]);
  });

  it.each<[string, LegFields, string]>([
    [
      'skipped',
      { from: '14MAR27', to: '14MAR27', departs: '0230', departsZone: '-0400', arrives: '0900', arrivesZone: '-0700' },
      'On 2027-03-14 02:30 at JFK does not exist: the clocks are put forward; it is moved on',
    ],
    [
      'repeated',
      { from: '01NOV26', to: '01NOV26', departs: '0130', departsZone: '     ', arrives: '0600' },
      'On 2026-11-01 01:30 at JFK exists twice: the earlier is taken',
    ],
  ])('warns of a local time that is %s', async (_name, leg, problem) => {
    const { flights, problems } = await read(leg);
    expect(flights).toHaveLength(1);
    expect(problems).toEqual([`4 warning: ${problem}`]);
  });
});

describe('of two equal local times, the offset in the record says which is meant', () => {
  const night = { from: '07NOV27', to: '07NOV27' };
  const season = carrierRecord({ from: '01NOV27', to: '30NOV27' });
  it.each<[string, LegFields, string]>([
    [
      'a departure in the second hour left an hour too early',
      { ...night, departs: '0130', departsZone: '-0500', arrives: '0500' },
      '2027-11-07 06:30+390',
    ],
    ['a departure in the first hour', { ...night, departs: '0130', departsZone: '-0400', arrives: '0500' }, '2027-11-07 05:30+450'],
    [
      'an arrival in the second hour came an hour too early',
      {
        from: '06NOV27',
        to: '06NOV27',
        origin: 'LAX',
        departs: '1730',
        departsZone: '-0700',
        destination: 'JFK',
        arrives: '0130',
        arrivesZone: '-0500',
        dayShifts: '01',
      },
      '2027-11-07 00:30+360',
    ],
  ])('%s', async (_name, leg, expected) => {
    const { flights, problems } = await read(leg, season);
    expect(problems).toEqual([]);
    expect(flights.map((flight) => flight.slice(14, 34))).toEqual([expected.replace('2027-11-07 00:30', '2027-11-06 00:30')]);
  });

  it('an offset that is neither of the two decides nothing', async () => {
    const { problems } = await read({ ...night, departs: '0130', departsZone: '+0100', arrives: '0500' }, season);
    expect(problems).toContain('4 warning: On 2027-11-07 01:30 at JFK exists twice: the earlier is taken');
  });
});

describe('codeshares', () => {
  const operating = legRecord({ ...monday, number: '61' });

  const LEADS = 'It has no seats of its own and leads to that flight';
  const LEFT_OUT = 'It has no seats of its own and is left out';
  const ALL_LEFT_OUT = '1 warning: 1 marketing leg is left out, because the file does not say which flight has its seats';
  it.each<[string, LegFields, (leg: string) => string[], string]>([
    ['by its segment record', {}, (leg) => [segmentRecord(leg, '050', 'QY   77')], `the aircraft flies as QY 77. ${LEADS}`],
    ['by its disclosure code', { disclosure: 'L' }, () => [], `another flight has the aircraft. ${LEFT_OUT}`],
    [
      'by the name of who flies',
      { disclosure: 'L' },
      (leg) => [segmentRecord(leg, '127', 'AN AIRLINE')],
      `it is operated by AN AIRLINE. ${LEFT_OUT}`,
    ],
    ['by the joint operation', { disclosure: 'L', joint: 'QY' }, () => [], `it is operated by QY. ${LEFT_OUT}`],
    [
      'by both',
      { disclosure: 'L' },
      (leg) => [segmentRecord(leg, '127', 'AN AIRLINE'), segmentRecord(leg, '050', 'QY   77')],
      `the aircraft flies as QY 77. ${LEADS}`,
    ],
  ])('a marketing leg, known %s, had an aircraft and seats of its own', async (_name, more, segments, told) => {
    const marketing = legRecord({ ...monday, number: '5077', ...more });
    const { flights, problems, findings } = await readText(
      ssimFile(carrierRecord(), operating, marketing, ...segments(marketing), legRecord({ ...monday, number: '62' })),
    );
    expect(flights.map((flight) => flight.slice(0, 5))).toEqual(['QX 61', 'QX 62']);
    const own = `5 warning: QX 5077 JFK-LAX is a marketing leg: ${told}`;
    expect(problems).toEqual(told.endsWith(LEFT_OUT) ? [ALL_LEFT_OUT, own] : [own]);
    expect(findings).toMatchObject({ legs: 3, refused: 0, dropNothing: false, codeshares: told.endsWith(LEADS) ? 1 : 0 });
  });

  it('the flight that has the aircraft is sold, under whatever numbers others sell it', async () => {
    const { flights, problems } = await readText(ssimFile(carrierRecord(), operating, segmentRecord(operating, '010', 'QY 5561')));
    expect(flights.map((flight) => flight.slice(0, 5))).toEqual(['QX 61']);
    expect(problems).toEqual([]);
  });
});

describe('flights that cannot be', () => {
  it.each<[string, LegFields, string]>([
    [
      'a hop of 49 miles that takes a day',
      { ...monday, origin: 'BOS', departs: '1230', destination: 'PVD', arrives: '1205', arrivesZone: '-0500' },
      'BOS-PVD is 49 miles in 23 h 35, which is too long for any flight',
    ],
    ['faster than sound', { ...monday, departs: '1000', arrives: '1030' }, 'JFK-LAX is 2470 miles in 3 h 30, which is faster than sound'],
  ])('%s', async (_name, leg, problem) => {
    const { flights, problems } = await read(leg);
    expect(flights).toHaveLength(1);
    expect(problems).toEqual([`4 warning: ${problem}`]);
  });
});

describe('records that real files hold', () => {
  it('reads a multi-leg number as one flight from each origin', async () => {
    const { flights } = await readText(
      ssimFile(
        carrierRecord(),
        legRecord(monday),
        legRecord({ ...monday, leg: '02', origin: 'LAX', departs: '1500', departsZone: '-0800', destination: 'SFO', arrives: '1630' }),
      ),
    );
    expect(flights.map((flight) => flight.slice(0, 13))).toEqual(['QX 41 JFK-LAX', 'QX 41 LAX-SFO']);
  });

  it('keeps suffixes apart', async () => {
    const { flights, problems } = await readText(ssimFile(carrierRecord(), legRecord(monday), legRecord({ ...monday, suffix: 'D' })));
    expect(flights.map((flight) => flight.slice(0, 6).trim())).toEqual(['QX 41', 'QX 41D']);
    expect(problems).toEqual([]);
  });

  it('keeps the first of two records for the same flight and day', async () => {
    const { flights, problems } = await readText(
      ssimFile(carrierRecord(), legRecord({}), legRecord({ ...monday, departs: '1100', arrives: '1430' })),
    );
    expect(flights).toHaveLength(7);
    expect(problems).toEqual(['5 warning: 1 flight stands in the file before, for the same day and origin; the first is kept']);
  });

  it.each(['F', 'V', 'M', 'A', 'H', 'P', 'T', 'K', 'D', 'W', 'X', 'N', 'I', 'E'])(
    'leaves out service type %s with a word',
    async (type) => {
      const { flights, problems, findings } = await readText(
        ssimFile(carrierRecord(), legRecord(monday), legRecord({ ...monday, number: '42', type })),
      );
      expect(flights).toHaveLength(1);
      expect(problems).toEqual([`5 warning: QX 42 has service type "${type}": it sells no seats and is left out`]);
      expect(findings).toMatchObject({ legs: 2, refused: 0, dropNothing: false });
    },
  );

  it.each(['J', 'S', 'G', 'C', 'Q', 'L'])('flies service type %s', async (type) => {
    expect((await read({ ...monday, type })).flights).toHaveLength(1);
  });

  it('warns once when the carrier record is shorter than its legs, and does not clip', async () => {
    const { flights, problems } = await read({}, carrierRecord({ from: '16NOV26', to: '16NOV26' }));
    expect(flights).toHaveLength(7);
    expect(problems).toEqual([
      '4 warning: Legs reach beyond the validity 2026-11-16 to 2026-11-16 of the carrier record; they are read in full',
    ]);
  });

  it('reads a period without an end up to the validity of its carrier', async () => {
    const { flights, problems } = await read({
      from: '20MAR27',
      to: '00XXX00',
      days: '     6 ',
      departsZone: '-0400',
      arrivesZone: '-0700',
    });
    expect(flights.map((flight) => flight.slice(14, 24))).toEqual(['2027-03-20', '2027-03-27']);
    expect(problems).toEqual(['4 warning: The period has no end; it is read up to 2027-03-27']);
  });

  it('takes lines with carriage returns and several carriers', async () => {
    const text = [
      HEADER,
      carrierRecord(),
      legRecord(monday),
      TRAILER,
      FILLER,
      carrierRecord({ carrier: 'QY' }),
      legRecord({ ...monday, carrier: 'QY' }),
      trailerRecord({ carrier: 'QY' }),
    ];
    const { flights, findings, problems } = await readText(numbered(text).join('\r\n'));
    expect(flights).toHaveLength(2);
    expect(problems).toEqual([]);
    expect(findings?.scopes.map((scope) => scope.carrier)).toEqual(['QX', 'QY']);
  });
});

describe('records that are refused', () => {
  it.each<[string, LegFields, string]>([
    ['a carrier of three letters', { carrier: 'QXE' }, 'The carrier "QXE" is not two characters'],
    ['a number that is none', { number: '4A' }, 'The flight number "4A" is not 1 to 9999'],
    ['number zero', { number: '0' }, 'The flight number "0" is not 1 to 9999'],
    ['a suffix that is no letter', { suffix: '7' }, 'The suffix "7" is not a letter'],
    ['a date that does not exist', { from: '31FEB26' }, 'The period begins at "31FEB26", which is no date'],
    ['an end that does not exist', { to: '31NOV26' }, 'The period ends at "31NOV26", which is no date'],
    ['an end before the beginning', { from: '22NOV26', to: '16NOV26' }, 'The period ends before it begins'],
    ['a period without end or reason', { from: '01JAN24', to: '31DEC70' }, 'The period is longer than 731 days'],
    ['days out of their places', { days: '7654321' }, 'The days of operation "7654321" are not digits 1 to 7 in their places'],
    ['no days', { days: '       ' }, 'The days of operation "" are not digits 1 to 7 in their places'],
    ['days that the period has not', { ...monday, days: ' 2     ' }, 'The period holds none of the days of operation'],
    ['a frequency of three', { frequency: '3' }, 'The frequency "3" is neither 1 nor 2'],
    ['an airport that is none', { origin: 'QQQ' }, 'No airport of departure is called "QQQ"'],
    ['a time that is none', { departs: '2460' }, 'The time of departure "2460" is no time'],
    ['no time at all', { arrives: '    ', arrivesAircraft: '    ' }, 'The time of arrival "" is no time'],
    ['a date variation that is none', { dayShifts: '0X' }, 'The date variation of arrival "X" is none of 0, 1, 2, A'],
    ['arriving before departing', { departs: '2200', arrives: '0130', dayShifts: '00' }, 'JFK-LAX arrives 1050 minutes before it departs'],
    ['more than a day in the air', { dayShifts: '02' }, 'JFK-LAX takes more than 24 hours'],
    ['going nowhere', { destination: 'JFK', arrivesZone: '-0500' }, 'The leg departs from and arrives at JFK'],
    ['equipment without a seat map', { equipment: '77F' }, 'No aircraft that carries passengers is called "77F"'],
  ])('%s', async (_name, leg, problem) => {
    const { flights, problems, findings } = await readText(
      ssimFile(carrierRecord(), legRecord({ ...monday, number: '7' }), legRecord(leg)),
    );
    expect(flights).toHaveLength(1);
    expect(problems).toContain(`5 refused: ${problem}`);
    expect(findings?.refused).toBe(1);
  });

  it('tells every fault of a record at once, where a person had to find them one import after the other', async () => {
    const { problems, findings } = await readText(
      ssimFile(
        carrierRecord(),
        legRecord(monday),
        legRecord({ number: '99', days: '7654321', origin: 'QQQ', departs: '2460', equipment: '77F' }),
      ),
    );
    expect(problems).toEqual([
      '5 refused: The days of operation "7654321" are not digits 1 to 7 in their places. No airport of departure is called "QQQ". The time of departure "2460" is no time. No aircraft that carries passengers is called "77F"',
    ]);
    expect(findings?.refused).toBe(1);
  });

  it('keeps the number of a refused record from being dropped, and drops nothing when not even that is told', async () => {
    const one = await readText(ssimFile(carrierRecord(), legRecord(monday), legRecord({ equipment: '77F', number: '99' })));
    expect(one.findings).toMatchObject({ refusedNumbers: [{ carrier: 'QX', number: 99 }], dropNothing: false });
    const other = await readText(ssimFile(carrierRecord(), legRecord(monday), legRecord({ number: '9A' })));
    expect(other.findings).toMatchObject({ refusedNumbers: [], dropNothing: true });
    expect(other.problems).toContain('5 warning: No flight is dropped by this file: not every refused record tells its flight number');
  });
});
