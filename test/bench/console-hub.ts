import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dataJson } from '../../main/reference/data-file.ts';
import { openStore } from '../../main/store/open-store.ts';
import { DAY_MS, HOUR_MS } from '../../shared/instants.ts';
import { type SeatMap, seatsOf } from '../../shared/seat-map.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MAP = 'bench-525';
export const WIDE_SEATS = 525;
/** The flight that flies with all of them, as the command bar knows it. */
export const WIDE_FLIGHT = 'B69525';

export interface ConsoleHub {
  readonly address: string;
  /** `B69525` and the local day it leaves on, for the command bar. */
  readonly wideFlight: string;
  readonly wideFlightId: number;
  remove(): Promise<void>;
}

/**
 * The built hub as a process, on the sample day and one flight more of 525 seats. No map that ships has so many, since a
 * map is one deck: the A380's main deck is made longer in a copy of the build, which also keeps still while others build.
 */
export async function startConsoleHub(): Promise<ConsoleHub> {
  const folder = mkdtempSync(path.join(tmpdir(), 'aisle-console-'));
  const out = path.join(folder, 'out');
  cpSync(path.join(ROOT, 'out'), out, { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  writeFileSync(path.join(out, 'main/data/seat-maps', `${MAP}.json`), JSON.stringify(wideMap()));
  const data = path.join(folder, 'data');
  mkdirSync(data);
  const wide = await addWideFlight(data);
  const hub = spawn(process.execPath, [path.join(out, 'main/hub.js'), '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const address = await new Promise<string>((ready, fail) => {
    const hear = (text: Buffer) => {
      said += text;
      const found = /^Aisle is ready at (http:\S+)$/m.exec(said)?.[1];
      if (found) ready(found);
    };
    hub.stdout.on('data', hear);
    hub.stderr.on('data', hear);
    hub.once('exit', () => fail(new Error(`the hub ended at once: ${said}`)));
  });
  return {
    address,
    wideFlight: `${WIDE_FLIGHT} ${wide.date}`,
    wideFlightId: wide.id,
    async remove() {
      const ended = once(hub, 'exit');
      hub.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function wideMap(): SeatMap {
  const deck = dataJson<SeatMap>('seat-maps/a380-main.json');
  const more = WIDE_SEATS - seatsOf(deck).length;
  const rows = [...deck.rows];
  const after = Math.max(...rows.map(({ row }) => row));
  // Ten abreast while that many are wanted, then a last row of what is left.
  for (let left = more, row = after + 1; left > 0; left -= 10, row++) {
    const layout = left >= 10 ? 'ABC DEFG HJK' : `${'ABC'.slice(0, left)}  `;
    rows.push({ row, cabin: 'Y', layout });
  }
  return { ...deck, id: MAP, name: 'Bench, 525 seats', equipment: ['BB5'], rows };
}

async function addWideFlight(data: string): Promise<{ id: number; date: string }> {
  const now = Date.now();
  const departs = Math.floor(now / DAY_MS) * DAY_MS + DAY_MS + 18 * HOUR_MS;
  const { db } = await openStore({
    file: path.join(data, 'training.sqlite'),
    mode: 'training',
    fresh: { storeId: 'bench', locatorKey: 7, madeAt: now },
  });
  await db
    .change(
      `INSERT INTO flights (id, carrier, number, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare, currency)
       VALUES (1, 'B6', 9525, 'JFK', 'LAX', ?, ?, ?, 'BB5', ?, 25000, 'USD')`,
    )
    .run(Math.floor(departs / DAY_MS), departs, departs + 6 * HOUR_MS, MAP);
  await db.close();
  return { id: 1, date: new Date(departs).toISOString().slice(0, 10) };
}
