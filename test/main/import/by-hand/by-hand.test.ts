import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../../shared/instants.ts';
import type { HandChange, NewFlight } from '../../../../shared/methods/hand-changes.ts';
import { applied, DAY, flight } from '../../support/staged-schedule.ts';
import { codeOf, value } from '../../support/test-hub.ts';
import { openHandDesk, retime, SCHEDULE } from './hand-desk.ts';

const NEW: NewFlight = {
  ...{ kind: 'schedule', carrier: 'QX', number: 91, suffix: '', origin: 'JFK', destination: 'LAX', from: '2026-11-24', to: '2026-11-30' },
  ...{ days: '1234567', departs: '10:00', arrives: { time: '13:30', day: null }, equipment: '738', configuration: '' },
  ...{ fare: null, currency: 'USD', soldAs: [] },
};
const scheduled = (more: Partial<NewFlight> = {}): HandChange => ({ ...NEW, ...more });
const aircraft = (equipment: string, configuration = '', flightId = 1): HandChange => ({
  kind: 'aircraft',
  flightId,
  equipment,
  configuration,
});
const cancel = (flightId: number, allLegs = false): HandChange => ({ kind: 'cancel', flightId, allLegs });
const at = (hours: number): number => DAY * DAY_MS + hours * HOUR_MS;

describe('what a change by hand does', () => {
  it.each<[string, HandChange, object, object]>([
    // Without an arrival the flight takes as long as before.
    ['leaves later', retime(1, '11:30'), { changed: 1 }, { id: 1, departs_at: at(16.5), arrives_at: at(22.5) }],
    [
      'arrives later',
      retime(1, '10:00', { arrives: '13:05' }),
      { changed: 1 },
      { id: 1, departs_at: at(15), arrives_at: at(21) + 300_000 },
    ],
    // Over midnight it keeps its date, and so its bookings.
    ['leaves after midnight', retime(4, '00:10', { day: 1 }), { changed: 1 }, { id: 4, service_day: DAY, departs_at: at(29) + 600_000 }],
    ['leaves the day before', retime(1, '23:55', { day: -1 }), { changed: 1 }, { id: 1, service_day: DAY, departs_at: at(5) - 300_000 }],
    ['up to the next leg', retime(2, '09:00'), { changed: 1 }, { id: 2, departs_at: at(14), arrives_at: at(17) }],
    ['is cancelled', cancel(1), { dropped: 1 }, { id: 1, cancelled: 1 }],
    ['has another aircraft', aircraft('733'), { changed: 1 }, { id: 1, equipment: '733' }],
    ['has other counts', aircraft('738', 'J8Y150'), { changed: 1 }, { id: 1, equipment: '738' }],
    ['is new', scheduled({ from: '2026-11-24', to: '2026-11-24' }), { added: 1 }, { id: 5, service_day: DAY + 1, departs_at: at(39) }],
    ['is new on some days', scheduled({ days: '24' }), { added: 2 }, { id: 6, service_day: DAY + 3 }],
  ])('%s', async (_, change, counts, row) => {
    const desk = await openHandDesk();
    const preview = value(await desk.preview(change));
    expect(preview.counts).toMatchObject({ added: 0, changed: 0, dropped: 0, ...counts });
    expect((await desk.flights()).length).toBe(4);
    expect(value(await desk.apply(preview.importId)).counts).toEqual(preview.counts);
    expect(await desk.flights()).toContainEqual(expect.objectContaining(row));
    expect(await desk.staged()).toBe(0);
  });

  it('cancels one leg of a number, and the other flies; or all that it still flies', async () => {
    const desk = await openHandDesk();
    const preview = value(await desk.preview(cancel(3)));
    expect(preview.counts).toMatchObject({ dropped: 1, unchanged: 1, changed: 0 });
    expect(preview.attention).toEqual(['QX 42 still flies JFK – ORD on that day']);
    value(await desk.apply(preview.importId));
    const cancelled = async () => (await desk.flights()).filter((row) => row.cancelled === 1).map(({ id }) => id);
    expect(await cancelled()).toEqual([3]);
    await desk.make({ kind: 'flyAgain', flightId: 3 });
    expect(await cancelled()).toEqual([]);
    await desk.make(cancel(2, true));
    expect(await cancelled()).toEqual([2, 3]);
  });

  it('cancels no leg of the day before, where a file of UTC counts another day than the airport (it was cancelled with it)', async () => {
    const desk = await openHandDesk();
    // By UTC the second leg leaves after midnight, in New York on the same evening: local days speak for it on the day before.
    const legs = (day: number) => [
      flight(44, { serviceDay: DAY + day, operatingDay: DAY + day, departsAt: at(24 * day + 18), arrivesAt: at(24 * day + 21) }),
      flight(44, {
        ...{ origin: 'LAX', destination: 'SFO', serviceDay: DAY + day, operatingDay: DAY + day, dayShift: 1 },
        ...{ departsAt: at(24 * day + 26), arrivesAt: at(24 * day + 27) },
      }),
    ];
    await applied(desk, [...SCHEDULE, ...legs(0), ...legs(1)], undefined, 'import-0002');
    const second = await desk.db
      .column<number>("SELECT id FROM flights WHERE number = 44 AND origin = 'LAX' ORDER BY service_day DESC")
      .get();
    expect(await desk.make(cancel(second ?? 0))).toMatchObject({ counts: { dropped: 1 } });
    const cancelled = async () => (await desk.flights()).filter((row) => row.cancelled === 1).map(({ id }) => id);
    expect(await cancelled()).toEqual([second]);
    await desk.make({ kind: 'flyAgain', flightId: second ?? 0 });
    await desk.make(cancel(second ?? 0, true));
    const days = desk.db.column<number>('SELECT operating_day FROM flights WHERE cancelled = 1').all();
    expect(await days).toEqual([DAY + 1, DAY + 1]);
  });

  it('says that passengers change planes where one leg gets another aircraft', async () => {
    const desk = await openHandDesk();
    const { attention } = value(await desk.preview(aircraft('733', '', 3)));
    expect(attention).toEqual(['Passengers no longer stay on board between ORD – LAX and JFK – ORD: the aircraft differ']);
  });

  it('makes a number go on where a leg is added to it', async () => {
    const desk = await openHandDesk();
    const leg = scheduled({
      number: 41,
      origin: 'LAX',
      destination: 'SFO',
      from: '2026-11-23',
      to: '2026-11-23',
      departs: '14:00',
      arrives: { time: '15:20', day: 0 },
    });
    await desk.make(leg);
    const known = await desk.db.column<string>('SELECT origin || via || destination FROM through_numbers WHERE number = 41').all();
    expect(known).toEqual(['JFKLAXSFO']);
  });
});

describe('what is refused', () => {
  it.each<[string, HandChange, string]>([
    ['an unknown flight', retime(99, '11:00'), 'FLIGHT_UNKNOWN'],
    ['the same times', retime(1, '10:00'), 'HAND_SAME'],
    ['the same aircraft', aircraft('738'), 'HAND_SAME'],
    ['a flight that flies', { kind: 'flyAgain', flightId: 1 }, 'HAND_SAME'],
    ['no such equipment', aircraft('QQQ'), 'EQUIPMENT_UNKNOWN'],
    ['more seats than a map holds', aircraft('738', 'Y9999'), 'CONFIGURATION_TOO_LARGE'],
    ['arrives before it leaves', retime(1, '10:00', { arrives: '06:59' }), 'HAND_TIMES'],
    ['arrives as it leaves', retime(1, '10:00', { arrives: '07:00' }), 'HAND_TIMES'],
    ['takes a day and a minute', retime(1, '10:00', { arrives: '07:01', arrivesDay: 1 }), 'HAND_TIMES'],
    // The first leg lands at 10:00 in Chicago; the second leaves at 11:00.
    ['a leg after the next has left', retime(2, '09:01'), 'HAND_LEGS'],
    ['a leg before the one before has landed', retime(3, '09:59'), 'HAND_LEGS'],
    ['the same key', scheduled({ number: 41, from: '2026-11-20', to: '2026-11-24' }), 'HAND_EXISTS'],
    [
      'the same key, at times that cannot be flown',
      scheduled({ number: 41, from: '2026-11-23', arrives: { time: '06:00', day: 0 } }),
      'HAND_EXISTS',
    ],
    ['an airport that there is not', scheduled({ origin: 'QQQ' }), 'PLACE_UNKNOWN'],
    ['a city', scheduled({ origin: 'NYC' }), 'HAND_CITY'],
    ['from and to the same', scheduled({ destination: 'JFK' }), 'SAME_PLACE'],
    ['unknown equipment', scheduled({ equipment: 'QQQ' }), 'EQUIPMENT_UNKNOWN'],
    ['days the wrong way round', scheduled({ to: '2026-11-23' }), 'HAND_DAYS'],
    ['two years and a day', scheduled({ to: '2028-11-24' }), 'HAND_DAYS'],
    ['none of the weekdays', scheduled({ to: '2026-11-24', days: '3' }), 'HAND_TIMES'],
    ['a day that is over', scheduled({ from: '2026-11-20' }), 'HAND_TIMES'],
    ['today, an hour ago', scheduled({ from: '2026-11-21', to: '2026-11-21', departs: '08:00' }), 'HAND_TIMES'],
    ['arrives before it leaves, by its day', scheduled({ arrives: { time: '06:00', day: 0 } }), 'HAND_TIMES'],
    ['no such currency', scheduled({ currency: 'QQQ', fare: 100 }), 'HAND_FARE'],
    ['a fare by distance in yen', scheduled({ currency: 'JPY' }), 'HAND_FARE'],
    [
      'a second leg while the first is in the air',
      scheduled({
        number: 41,
        origin: 'LAX',
        destination: 'SFO',
        from: '2026-11-23',
        to: '2026-11-23',
        departs: '12:00',
        arrives: { time: '13:20', day: 0 },
      }),
      'HAND_LEGS',
    ],
  ])('%s', async (_, change, code) => {
    const desk = await openHandDesk();
    const before = await desk.flights();
    expect(codeOf(await desk.preview(change))).toBe(code);
    expect(await desk.flights()).toEqual(before);
    expect(await desk.staged()).toBe(0);
  });

  it('a flight that has left, and one that leaves between the preview and the deed', async () => {
    const desk = await openHandDesk();
    const { importId } = value(await desk.preview(cancel(1)));
    desk.clock.advance(at(15) - desk.clock.now());
    expect(codeOf(await desk.apply(importId))).toBe('FLIGHT_DEPARTED');
    expect(codeOf(await desk.preview(retime(1, '11:00')))).toBe('FLIGHT_DEPARTED');
    expect((await desk.flights())[0]).toMatchObject({ cancelled: 0 });
  });

  it('what was previewed before another supervisor changed the schedule', async () => {
    const desk = await openHandDesk();
    const [first, second] = [value(await desk.preview(retime(1, '11:00'))), value(await desk.preview(retime(1, '12:00')))];
    expect(codeOf(await desk.apply(first.importId))).toBe('ok');
    expect(codeOf(await desk.apply(second.importId))).toBe('IMPORT_STALE');
    expect(codeOf(await desk.apply(second.importId))).toBe('IMPORT_UNKNOWN');
    expect(await desk.staged()).toBe(0);
    expect((await desk.flights())[0]).toMatchObject({ departs_at: at(16) });
  });

  it('a repeat is answered once, and a preview that was put away is not there', async () => {
    const desk = await openHandDesk();
    const { importId } = value(await desk.preview(retime(1, '11:00')));
    const once = await desk.apply(importId, 'the-same-request');
    const event = desk.hub.newestEvent;
    expect(await desk.apply(importId, 'the-same-request')).toEqual(once);
    expect(desk.hub.newestEvent).toBe(event);
    const other = value(await desk.preview(retime(1, '12:00')));
    await desk.methods['schedule.cancel'](desk.call, { importId: other.importId });
    expect(codeOf(await desk.apply(other.importId))).toBe('IMPORT_UNKNOWN');
    expect(await desk.staged()).toBe(0);
  });

  it('only the newest previews are kept', async () => {
    const desk = await openHandDesk();
    const first = value(await desk.preview(retime(1, '11:00')));
    for (let minute = 10; minute < 18; minute++) value(await desk.preview(retime(1, `12:${minute}`)));
    expect(codeOf(await desk.apply(first.importId))).toBe('IMPORT_UNKNOWN');
    expect(await desk.staged()).toBe(8);
  });
});

describe('where clocks are changed', () => {
  /** New York puts its clocks forward on 14 March 2027 at 02:00, and back on 7 November 2027 at 02:00. */
  async function on(date: string) {
    const desk = await openHandDesk();
    await desk.make(scheduled({ from: date, to: date }));
    return desk;
  }

  it('a time that the clocks skip is refused, by the airport that skips it', async () => {
    const desk = await on('2027-03-14');
    expect(codeOf(await desk.preview(retime(5, '02:30')))).toBe('HAND_TIMES');
    expect(codeOf(await desk.preview(retime(5, '03:00')))).toBe('ok');
  });

  it('of a time that there is twice the earlier is meant, and the preview says so', async () => {
    const desk = await on('2027-11-07');
    const { attention, importId } = value(await desk.preview(retime(5, '01:30')));
    expect(attention).toEqual(['The clocks are put back on that day, so this time exists twice: the earlier is meant']);
    value(await desk.apply(importId));
    expect((await desk.flights())[4]).toMatchObject({ departs_at: Date.UTC(2027, 10, 7, 5, 30) });
  });
});
