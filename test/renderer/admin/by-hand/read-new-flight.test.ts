import { expect, test } from 'vitest';
import { legTimeText, readLegTime } from '../../../../renderer/admin/by-hand/read-leg-time.ts';
import { BLANK, readNewFlight, type TypedFlight } from '../../../../renderer/admin/by-hand/read-new-flight.ts';

test.each([
  ['11:30', { time: '11:30', day: 0 }],
  ['1130', { time: '11:30', day: 0 }],
  ['930', { time: '09:30', day: 0 }],
  ['00:30+1', { time: '00:30', day: 1 }],
  ['2355 -1', { time: '23:55', day: -1 }],
  // A true minus, as the screen has it.
  ['23:55\u22121', { time: '23:55', day: -1 }],
  ['24:00', undefined],
  ['12:60', undefined],
  ['12', undefined],
  ['', undefined],
  ['noon', undefined],
])('%s is read as %o', (text, time) => {
  expect(readLegTime(text)).toEqual(time);
});

test('a time on another day than that of its flight says so, and is read again', () => {
  // 00:30 of the 24th in New York.
  const text = legTimeText(Date.UTC(2026, 10, 24, 5, 30), 'America/New_York', '2026-11-23');
  expect(text).toBe('00:30+1');
  expect(readLegTime(text)).toEqual({ time: '00:30', day: 1 });
});

const TYPED: TypedFlight = {
  ...{ ...BLANK, flight: 'qx 91a', origin: 'JFK', destination: 'LAX', from: '24NOV', departs: '1000', arrives: '1330', equipment: '738' },
};
const TODAY = '2026-11-21';
const read = (more: Partial<TypedFlight>) => readNewFlight({ ...TYPED, ...more }, TODAY);

test('what is left empty is one day, every weekday, the usual cabin and a fare by distance', () => {
  expect(read({})).toEqual({
    ...{ kind: 'schedule', carrier: 'QX', number: 91, suffix: 'A', origin: 'JFK', destination: 'LAX' },
    ...{ from: '2026-11-24', to: '2026-11-24', days: '1234567', departs: '10:00', arrives: { time: '13:30', day: null } },
    ...{ equipment: '738', configuration: '', fare: null, currency: 'USD', soldAs: [] },
  });
});

test.each<[Partial<TypedFlight>, object]>([
  [{ arrives: '0640+1' }, { arrives: { time: '06:40', day: 1 } }],
  [
    { to: '30NOV', days: '1 3 5' },
    { to: '2026-11-30', days: '135' },
  ],
  [{ fare: '129.00' }, { fare: 129_00 }],
  [
    { fare: '64800', currency: 'JPY' },
    { fare: 64_800, currency: 'JPY' },
  ],
  // One comma too many names nothing.
  [
    { soldAs: 'lh 9123, ua4455b,' },
    {
      soldAs: [
        { carrier: 'LH', number: 9123, suffix: '' },
        { carrier: 'UA', number: 4455, suffix: 'B' },
      ],
    },
  ],
])('%o is %o', (typed, flight) => {
  expect(read(typed)).toMatchObject(flight);
});

test.each<[Partial<TypedFlight>, keyof TypedFlight]>([
  [{ flight: '91' }, 'flight'],
  [{ origin: 'JF' }, 'origin'],
  [{ destination: '' }, 'destination'],
  [{ from: '31NOV' }, 'from'],
  [{ to: 'soon' }, 'to'],
  [{ days: '8' }, 'days'],
  [{ days: '11' }, 'days'],
  [{ departs: '10:00+1' }, 'departs'],
  [{ arrives: '13:30+3' }, 'arrives'],
  [{ equipment: '7' }, 'equipment'],
  [{ configuration: 'Y' }, 'configuration'],
  [{ fare: 'much' }, 'fare'],
  [{ fare: '0' }, 'fare'],
  [{ currency: 'QQQ' }, 'currency'],
  [{ soldAs: 'LH 9123, Lufthansa' }, 'soldAs'],
  [{ soldAs: Array.from({ length: 21 }, (_, at) => `LH ${at + 1}`).join(',') }, 'soldAs'],
])('%o: %s is wrong, and nothing else', (typed, field) => {
  const found = read(typed);
  expect('wrong' in found && Object.keys(found.wrong)).toEqual([field]);
});

test.each<[Partial<TypedFlight>, keyof TypedFlight]>([
  [{ flight: 'QX 0' }, 'flight'],
  [{ flight: 'qx0000' }, 'flight'],
  [{ flight: 'QX 0A' }, 'flight'],
  [{ soldAs: 'LH 0' }, 'soldAs'],
  [{ soldAs: 'LH 9123, UA 000B' }, 'soldAs'],
])('%o (number 0 was taken, or refused as if it were no number): %s says that no flight has it', (typed, field) => {
  expect(read(typed)).toEqual({ wrong: { [field]: 'No flight has the number 0.' } });
});
