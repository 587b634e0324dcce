import { randomUUID } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SYSTEM } from '../../../main/actor.ts';
import { previewImport } from '../../../main/import/import-job.ts';
import { hubImportStore } from '../../../main/import/import-store.ts';
import { startImport } from '../../../main/threads/start-import.ts';
import { DAY_MS, dateOfDay } from '../../../shared/instants.ts';
import { sale } from '../../main/support/test-hub.ts';
import { AGENT, accepted, type BenchHub, makeSmallStore, oneSeat, openBenchHub } from '../bench-hub.ts';
import type { Figure, Row } from '../figure.ts';
import { percentiles } from '../measure.ts';
import { residentMiB } from '../resident.ts';
import { sampleAirports } from '../stores/generate-flights.ts';

const NUMBERS = 2_740;
const DAYS = 365;
const BOOKINGS = 3_000;
const CARRIER = 'QX';

/**
 * Imports a million flights, sells some, and imports all of them again an hour later and on a smaller aircraft. Meanwhile one desk after the other holds
 * a seat: what it waits is how long the writer was held. The ratio is to the same with all in one transaction.
 */
export const importHold: Row = {
  metrics: ['import.hold'],
  async measure(bench) {
    const folder = bench.scratch();
    const [first, later] = [season(join(folder, 'first.csv'), 6, '320'), season(join(folder, 'later.csv'), 7, '733')];
    const measured: Measured[] = [];
    for (const inPieces of [false, true]) {
      const store = await makeSmallStore(bench, 200);
      const opened = { ...(await openBenchHub(store)), store };
      const added = await imported(opened, first, inPieces);
      await sell(opened);
      const changed = await imported(opened, later, inPieces);
      measured.push({ added, changed, bytes: opened.bytes() });
      await opened.close();
    }
    const [atOnce, pieces] = measured as [Measured, Measured];
    const worst = Math.max(pieces.added.worst, pieces.changed.worst);
    const before = Math.max(atOnce.added.worst, atOnce.changed.worst);
    const { peak } = residentMiB(process.pid);
    const note = `the longest that a hold waited while ${NUMBERS * DAYS} flights were applied: added ${told(pieces.added)}; all changed, with ${BOOKINGS} bookings told and seated anew, ${told(pieces.changed)}; in one transaction ${told(atOnce.added)} and ${told(atOnce.changed)}; peak of the process ${peak.toFixed(0)} MiB`;
    const figure: Figure = {
      metric: 'import.hold',
      value: worst,
      unit: 'ms',
      target: '<= 250',
      ratio: worst / before,
      storeBytes: pieces.bytes,
      note,
    };
    const { p50, p99, p999 } = pieces.changed;
    return [{ ...figure, p50, p99, p999 }];
  },
};

interface OpenedHub extends BenchHub {
  readonly store: string;
}

interface Imported {
  readonly wholeMs: number;
  readonly applyMs: number;
  readonly settleMs: number;
  readonly worst: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
}

interface Measured {
  readonly added: Imported;
  readonly changed: Imported;
  readonly bytes: number;
}

const told = ({ worst, wholeMs, applyMs, settleMs }: Imported): string =>
  `${worst.toFixed(0)} ms (${seconds(wholeMs)} in all, ${seconds(applyMs)} to apply, ${seconds(settleMs)} to tell)`;
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** A daily flight for each number, between airports that are far apart enough. */
function season(file: string, hour: number, equipment: string): string {
  const airports = sampleAirports().map(({ airport }) => airport.code);
  const today = Math.floor(Date.now() / DAY_MS);
  const [from, to] = [dateOfDay(today + 2), dateOfDay(today + 1 + DAYS)];
  const rows = ['carrier,number,origin,destination,from,to,departs,arrives,arrives_day,equipment,base_fare'];
  for (let number = 1; number <= NUMBERS; number++) {
    const [origin, destination] = [airports[number % airports.length], airports[(number * 7 + 11) % airports.length]];
    if (origin === destination) continue;
    const minute = String(number % 60).padStart(2, '0');
    rows.push(
      `${CARRIER},${number},${origin},${destination},${from},${to},0${hour}:${minute},23:${minute},0,${equipment},${100 + (number % 300)}.00`,
    );
  }
  writeFileSync(file, `${rows.join('\n')}\n`);
  return file;
}

async function imported(opened: OpenedHub, file: string, inPieces: boolean): Promise<Imported> {
  const { hub } = opened;
  const store = hubImportStore(hub, startImport, opened.store);
  const began = performance.now();
  const signal = new AbortController().signal;
  const { size } = statSync(file);
  const previewed = accepted(await previewImport({ file, name: `${size} bytes`, importId: randomUUID(), store, signal, progress() {} }));
  const waited: number[] = [];
  let over = false;
  const desk = holdMeanwhile(opened, waited, () => over);
  const applied = performance.now();
  const { apply } = previewed;
  accepted(
    inPieces ? await store.apply(apply, SYSTEM, null) : await hub.change('schedule.applyStaged', { ...apply, unseat: true }, SYSTEM, null),
  );
  const switched = performance.now();
  await store.settle();
  const ended = performance.now();
  over = true;
  await desk;
  const { p50, p99, p999, worst } = percentiles(waited);
  return { wholeMs: ended - began, applyMs: switched - applied, settleMs: ended - switched, p50, p99, p999, worst };
}

/** Holds a seat on a flight of another carrier and lets it go, over and over. */
async function holdMeanwhile({ hub }: BenchHub, waited: number[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const began = performance.now();
    const { bookingId } = accepted(await hub.execute('holds.place', oneSeat(randomUUID(), 1, '20A'), AGENT));
    waited.push(performance.now() - began);
    accepted(await hub.execute('holds.release', { requestId: randomUUID(), bookingId }, AGENT));
  }
}

/** Sells seats of the last rows, which the smaller aircraft has not. */
async function sell({ hub }: BenchHub): Promise<void> {
  for (let turn = 0; turn < BOOKINGS; turn++) {
    const flightId = 1_000 + turn * 300;
    const held = accepted(await hub.execute('holds.place', oneSeat(randomUUID(), flightId, turn % 2 === 0 ? '29A' : '5A'), AGENT));
    accepted(await hub.change('payments.confirm', { ...sale(held), approved: [] }, AGENT, randomUUID()));
  }
}
