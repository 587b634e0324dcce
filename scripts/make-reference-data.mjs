/**
 * Makes airports.json, airlines.json and aircraft.json of main/reference/data from the lists that NOTICE names:
 *   node scripts/make-reference-data.mjs AIRPORTS.csv SUSPECT.csv AIRLINES.csv AIRCRAFT.csv DAY.csv
 * Run it when a list is renewed; what it writes is committed. DAY.csv (flights of a day) only ranks airports for the
 * place finder: the more departures, the earlier in the list.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

const [airportsFile, suspectFile, airlinesFile, aircraftFile, dayFile] = process.argv.slice(2);
if (!airportsFile || !suspectFile || !airlinesFile || !aircraftFile || !dayFile) {
  console.error('Usage: node scripts/make-reference-data.mjs AIRPORTS.csv SUSPECT.csv AIRLINES.csv AIRCRAFT.csv DAY.csv');
  process.exit(2);
}

const data = path.resolve(import.meta.dirname, '../main/reference/data');
/** @param {string} file @param {string} delimiter @returns {Record<string, string>[]} */
const table = (file, delimiter = ',') =>
  parse(readFileSync(file), { columns: true, delimiter, bom: true, relax_quotes: true, quote: delimiter === ',' ? '"' : null });
/** One entry a line, so that a renewal can be read as a difference. @param {unknown[]} list */
const lines = (list) => `[\n${list.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;

/**
 * Rows whose zone or country is that of another place of the same name or code, or whose code means another airport now. Each was looked up by hand; where the
 * other source is the one in error (Punta Arenas, Whitehorse, Reynosa ...) nothing is changed.
 */
const CORRECTIONS = {
  BIN: { tz: 'Asia/Kabul' },
  CJS: { tz: 'America/Ciudad_Juarez' },
  DGL: { tz: 'America/Phoenix' },
  HDH: { tz: 'Pacific/Honolulu' },
  KLU: { tz: 'Europe/Vienna' },
  // Since September 2025 the code is that of the new airport of Phnom Penh, some 20 km south of the city. No list that was found has its place closer.
  KTI: { name: 'Techo International Airport', city: 'Phnom Penh', city_code: 'PNH', lat: '11.4', lon: '104.9' },
  LOZ: { tz: 'America/New_York' },
  MGN: { tz: 'America/Bogota' },
  PUR: { tz: 'America/La_Paz' },
  RIA: { tz: 'America/Sao_Paulo' },
  SLH: { tz: 'Pacific/Efate', country: 'VU', city: 'Sola' },
  STG: { tz: 'America/Anchorage' },
  XIC: { tz: 'Asia/Shanghai' },
  YBW: { tz: 'America/Vancouver' },
};

/** Airports that opened, or changed their codes, after the list was made. An airport that the list has meanwhile is taken from there. */
const added = table(path.join(import.meta.dirname, 'added-airports.csv'));

const departures = new Map();
for (const flight of table(dayFile)) departures.set(flight.origin, (departures.get(flight.origin) ?? 0) + 1);

const zones = [];
const zoneNumber = new Map();
const byCode = (a, b) => (a.iata < b.iata ? -1 : 1);
const listed = table(airportsFile).sort(byCode);
const known = new Set(listed.map((row) => row.iata));
// Those that are added come last, so that the numbers of the zones stay.
const airports = [...listed, ...added.filter((row) => !known.has(row.iata))]
  .map((row) => ({ ...row, ...CORRECTIONS[row.iata] }))
  .map((row) => {
    new Intl.DateTimeFormat('en', { timeZone: row.tz });
    if (!zoneNumber.has(row.tz)) zoneNumber.set(row.tz, zones.push(row.tz) - 1);
    const degrees = (text) => Math.round(Number(text) * 1e4) / 1e4;
    return [
      row.iata,
      row.name,
      row.city,
      row.city_code,
      row.country,
      degrees(row.lat),
      degrees(row.lon),
      zoneNumber.get(row.tz),
      departures.get(row.iata) ?? 0,
    ];
  })
  .sort(([a], [b]) => (a < b ? -1 : 1));
/** Airports whose place another source puts this many kilometres away. The loader decides from where on that is too far. */
const disputed = Object.fromEntries(
  table(suspectFile)
    .filter((row) => Number(row.km_apart) > 0)
    .map((row) => [row.iata, Number(row.km_apart)]),
);
writeFileSync(
  path.join(data, 'airports.json'),
  `{"zones":${JSON.stringify(zones)},\n"disputedKm":${JSON.stringify(disputed)},\n"airports":${lines(airports)}}\n`,
);

/** A code may have had several owners: the one that flies today, else the latest. */
const airlines = new Map();
for (const row of table(airlinesFile, '^')) {
  const code = row['2char_code'];
  if (!/^[A-Z0-9]{2}$/.test(code)) continue;
  const rank = row.validity_to === '' ? '9999' : row.validity_to;
  const known = airlines.get(code);
  if (!known || rank > known.rank || (rank === known.rank && Number(row.flt_freq) > known.flights))
    airlines.set(code, { rank, flights: Number(row.flt_freq), name: row.name });
}
writeFileSync(path.join(data, 'airlines.json'), `${lines([...airlines].map(([code, { name }]) => [code, name]).sort())}\n`);

const aircraft = table(aircraftFile, '^').map((row) => [row.iata_code, `${row.manufacturer} ${row.model}`.trim(), row.iata_group]);
writeFileSync(path.join(data, 'aircraft.json'), `${lines(aircraft.sort())}\n`);
console.log(`${airports.length} airports, ${airlines.size} airlines, ${aircraft.length} equipment codes`);
