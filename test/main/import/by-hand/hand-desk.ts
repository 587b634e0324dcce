import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { HubCall } from '../../../../main/hub/hub-methods.ts';
import { hubImportStore } from '../../../../main/import/import-store.ts';
import { scheduleMethods } from '../../../../main/import/schedule-methods.ts';
import { Uploads } from '../../../../main/import/uploads.ts';
import { startImport } from '../../../../main/threads/start-import.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/instants.ts';
import type { HandChange } from '../../../../shared/methods/hand-changes.ts';
import { HERE, seatAt } from '../../support/here.ts';
import { applied, DAY, flight, openAtNow } from '../../support/staged-schedule.ts';
import { MERCY, value } from '../../support/test-hub.ts';

// Flights of QX of Monday 2026-11-23. New York is five hours behind UTC, Los Angeles eight, Chicago six.
// 1: QX 41 JFK-LAX 10:00-13:00. 2: QX 42 JFK-ORD 08:00-10:00 and 3: QX 42 ORD-LAX 11:00-13:30. 4: QX 43 JFK-LAX 23:30-02:30 of the 24th.
const at = (hour: number, minute = 0): number => DAY * DAY_MS + hour * HOUR_MS + minute * 60_000;
export const SCHEDULE = [
  flight(41),
  flight(42, { destination: 'ORD', departsAt: at(13), arrivesAt: at(16) }),
  flight(42, { origin: 'ORD', departsAt: at(17), arrivesAt: at(21, 30) }),
  flight(43, { departsAt: at(28, 30), arrivesAt: at(34, 30) }),
];

const folder = mkdtempSync(path.join(tmpdir(), 'aisle-by-hand-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A store with these flights, and a supervisor who changes them. */
export async function openHandDesk() {
  const test = await openAtNow();
  await applied(test, SCHEDULE);
  const store = hubImportStore(test.hub, startImport);
  const facts = { reference: test.reference, now: () => test.hub.now() };
  const methods = scheduleMethods(new Uploads(path.join(folder, 'uploads')), store, facts);
  const call: HubCall = {
    session: undefined,
    actor: MERCY,
    connection: { ...seatAt(), session: undefined, caller: HERE, notify: () => {} },
  };
  const preview = (change: HandChange, reason = 'the crew is out of hours') => methods['schedule.byHand'](call, { change, reason });
  let requests = 0;
  const apply = (importId: string, requestId = `by-hand-${String(++requests).padStart(6, '0')}`) =>
    methods['schedule.apply'](call, { requestId, importId });
  /** Both, where nobody is in between. */
  const make = async (change: HandChange, reason?: string) => {
    const { importId } = value(await preview(change, reason));
    return value(await apply(importId));
  };
  const flights = () =>
    test.db
      .query<{ id: number; service_day: number; departs_at: number; arrives_at: number; cancelled: number; equipment: string }>(
        'SELECT id, service_day, departs_at, arrives_at, cancelled, equipment FROM flights ORDER BY id',
      )
      .all();
  const staged = () => test.db.column<number>('SELECT count(*) FROM staged_flights').get();
  return { ...test, methods, call, preview, apply, make, flights, staged };
}

export const retime = (
  flightId: number,
  departs: string,
  more: { day?: -1 | 0 | 1; arrives?: string; arrivesDay?: number } = {},
): HandChange => ({
  ...{ kind: 'retime', flightId, departs: { time: departs, day: more.day ?? 0 } },
  arrives: more.arrives === undefined ? null : { time: more.arrives, day: more.arrivesDay ?? 0 },
});
