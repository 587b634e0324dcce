import { expect, it } from 'vitest';
import { SYSTEM } from '../../../../main/actor.ts';
import { hubImportStore } from '../../../../main/import/import-store.ts';
import { applied, copied, flight, KEPT, preview, settled } from '../../support/staged-schedule.ts';
import { codeOf, MERCY, value } from '../../support/test-hub.ts';
import { openHandDesk, retime, SCHEDULE } from './hand-desk.ts';

/** A file with one more flight, previewed and waiting. */
async function besideFile() {
  const desk = await openHandDesk();
  const kept = { ...KEPT, keptNumbers: [{ carrier: 'QX', number: 77 }] };
  const file = await preview(desk, [...SCHEDULE, flight(45)], kept, 'import-0002');
  const rows = () => desk.db.query('SELECT * FROM staged_flights ORDER BY import_id, number, origin').all();
  return { ...desk, file, rows };
}

it('a change by hand that is put away leaves a file as it waits, and a file that is put away leaves a change', async () => {
  const { preview: plan, rows, hub, methods, call, apply } = await besideFile();
  const ofFile = await rows();
  const { importId } = value(await plan(retime(1, '11:00')));
  const both = await rows();
  await methods['schedule.cancel'](call, { importId });
  expect(await rows()).toEqual(ofFile);
  const again = value(await plan(retime(1, '11:00')));
  value(await hub.change('schedule.discard', { importId: 'import-0002' }, SYSTEM, null));
  expect(await rows()).toMatchObject([{ import_id: again.importId, number: 41, departs_at: Date.UTC(2026, 10, 23, 16) }]);
  expect(both).toHaveLength(ofFile.length + 1);
  expect(codeOf(await apply(again.importId))).toBe('ok');
  expect(await rows()).toEqual([]);
});

it('a file whose preview is older than a change by hand is refused, and the other way round', async () => {
  const { preview: plan, apply, hub, file, make } = await besideFile();
  await make(retime(1, '11:00'));
  expect(codeOf(await hub.change('schedule.applyStaged', file.input, MERCY, null))).toBe('IMPORT_STALE');
  const { importId } = value(await plan(retime(1, '12:00')));
  await applied({ hub } as Parameters<typeof applied>[0], [...SCHEDULE, flight(46)], undefined, 'import-0003');
  expect(codeOf(await apply(importId))).toBe('IMPORT_STALE');
});

it('while a schedule is copied, and until its bookings are told, a change by hand waits; its preview does not', async () => {
  const desk = await besideFile();
  const { importId } = value(await desk.preview(retime(1, '11:00')));
  await copied(desk, desk.file.input);
  expect(codeOf(await desk.apply(importId))).toBe('IMPORT_RUNNING');
  value(await desk.hub.change('schedule.applyStaged', desk.file.input, MERCY, null));
  const during = value(await desk.preview(retime(1, '12:00')));
  expect(codeOf(await desk.apply(during.importId))).toBe('IMPORT_RUNNING');
  await settled(desk);
  expect(codeOf(await desk.apply(during.importId))).toBe('ok');
});

it('a change by hand of a flight with more bookings than a piece is made in one transaction, not by a copy of the schedule', async () => {
  const desk = await openHandDesk();
  const asked: string[] = [];
  const hub = new Proxy(desk.hub, {
    get: (target, key) => {
      const found: unknown = Reflect.get(target, key);
      return typeof found !== 'function'
        ? found
        : (...given: unknown[]) => {
            if (key === 'change') asked.push(String(given[0]));
            return Reflect.apply(found, target, given);
          };
    },
  });
  const store = hubImportStore(hub, async () => {});
  const { input } = await preview(desk, [flight(41, { departsAt: Date.UTC(2026, 10, 23, 16) })], { ...KEPT, scopes: [] }, 'import-0004');
  const about = {
    kind: 'retime',
    flightId: 1,
    carrier: 'QX',
    number: 41,
    suffix: '',
    fromDay: 1,
    toDay: 1,
    said: 'later',
    reason: 'a crew',
  } as const;
  const many = { ...input, counts: { ...input.counts, bookingsTouched: 500 } };
  value(await store.apply({ ...many, byHand: about }, MERCY, null));
  expect(asked).toEqual(['schedule.applyStaged']);
});
