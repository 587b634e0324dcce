/**
 * Makes sample-day.txt.gz of main/reference/data from one day of the US DOT's on-time data (NOTICE):
 *   node scripts/make-sample-day.mjs DAY.csv
 * One line a flight: carrier, number, origin, destination, local departure (minutes of the day), minutes flown, equipment.
 *
 * The day's data names tails but no types. The rule: a tail flies what its carrier used for the longest leg that the tail flew
 * that day (FLEETS); where the carrier used several, a hash of the tail picks. So an aircraft keeps its type all day.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { loadReference } from '../main/reference/load-reference.ts';
import { momentOf } from '../main/reference/zone-time.ts';

const ANY = Number.POSITIVE_INFINITY;
/** By carrier: up to how many miles of a tail's longest leg, which equipment. From general knowledge of the fleets of January 2015, not from a register. @type {Record<string, [number, string[]][]>} */
const FLEETS = {
  AA: [
    [700, ['M83', '319']],
    [1_500, ['738', 'M83', '319']],
    [2_300, ['738', '321', '752']],
    [3_000, ['738', '752', '321']],
    [ANY, ['763', '752']],
  ],
  AS: [
    [700, ['734', '73G']],
    [1_500, ['73G', '739', '738']],
    [ANY, ['739', '738']],
  ],
  B6: [
    [1_000, ['E90', '320']],
    [2_000, ['320']],
    [ANY, ['320', '321']],
  ],
  DL: [
    [500, ['717', 'M88']],
    [1_000, ['M88', 'M90', '319', '320']],
    [1_800, ['73H', '320', '75W', '739']],
    [3_000, ['75W', '73H', '739']],
    [ANY, ['332', '76W']],
  ],
  EV: [
    [400, ['ER4', 'CR2']],
    [800, ['ER4', 'CR7']],
    [ANY, ['CR7', 'CR9']],
  ],
  F9: [[ANY, ['319', '320']]],
  HA: [
    [400, ['717']],
    [ANY, ['332']],
  ],
  MQ: [
    [500, ['ER4']],
    [900, ['ER4', 'CR7']],
    [ANY, ['CR7', 'E75']],
  ],
  NK: [[ANY, ['319', '320']]],
  OO: [
    [350, ['CR2']],
    [900, ['CR2', 'CR7']],
    [ANY, ['CR9', 'E75']],
  ],
  UA: [
    [900, ['319', '320', '73G']],
    [1_800, ['73H', '320', '739']],
    [2_700, ['75W', '739', '753', '73H']],
    [ANY, ['789', '76W']],
  ],
  US: [
    [500, ['319', 'E90']],
    [1_200, ['319', '320', '321']],
    [2_300, ['320', '321']],
    [ANY, ['321', '75W']],
  ],
  VX: [
    [1_500, ['319', '320']],
    [ANY, ['320']],
  ],
  WN: [[ANY, ['73G']]],
};

const [dayFile] = process.argv.slice(2);
if (!dayFile) {
  console.error('Usage: node scripts/make-sample-day.mjs DAY.csv');
  process.exit(2);
}
const reference = loadReference();
/** @type {Record<string, string>[]} */
const flights = parse(readFileSync(dayFile), { columns: true });
const aircraftOf = (flight) => flight.tail || `${flight.carrier}${flight.flight}`;
const longest = new Map();
for (const flight of flights) longest.set(aircraftOf(flight), Math.max(longest.get(aircraftOf(flight)) ?? 0, Number(flight.distance_mi)));

/** FNV-1a. @param {string} text */
function hash(text) {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return value;
}
function equipmentOf(flight) {
  const aircraft = aircraftOf(flight);
  const band = FLEETS[flight.carrier].find(([upTo]) => longest.get(aircraft) <= upTo);
  return band[1][hash(aircraft) % band[1].length];
}

const minutes = (text) => Math.floor(Number(text) / 100) * 60 + (Number(text) % 100);
let corrected = 0;
/** What the published local times and the zones say; the published duration is checked by it. */
function flownMinutes(flight) {
  const day = Date.parse(`${flight.date}T00:00Z`);
  const departs = momentOf(reference.airport(flight.origin).zone, day + minutes(flight.sched_dep) * 60_000).at;
  const arrives = momentOf(reference.airport(flight.dest).zone, day + minutes(flight.sched_arr) * 60_000).at;
  const flown = ((((arrives - departs) / 60_000) % 1_440) + 1_440) % 1_440;
  if (flown !== Number(flight.sched_elapsed_min)) corrected += 1;
  return flown;
}

const lines = flights
  .map((flight) => [
    flight.carrier,
    Number(flight.flight),
    flight.origin,
    flight.dest,
    minutes(flight.sched_dep),
    flownMinutes(flight),
    equipmentOf(flight),
  ])
  .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[4] - b[4]))
  .map((fields) => fields.join(' '));
writeFileSync(
  path.resolve(import.meta.dirname, '../main/reference/data/sample-day.txt.gz'),
  gzipSync(`${lines.join('\n')}\n`, { level: 9 }),
);
console.log(`${lines.length} flights, ${corrected} whose published duration differs from their local times`);
