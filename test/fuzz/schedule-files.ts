import { type ReadBatch, readChunks } from '../../main/import/read-schedule.ts';
import { loadReference } from '../../main/reference/load-reference.ts';
import type { SeededRandom } from '../../main/seeded-random.ts';
import { SCHEDULED_WIDTH } from '../../main/store/tables/scheduled-flight.ts';
import { PROBLEMS_SHOWN_MAX } from '../../shared/bounds.ts';
import { isCurrency } from '../../shared/currencies.ts';
import { dayNumber } from '../../shared/instants.ts';
import { carrierRecord, FILLER, HEADER, type LegFields, legRecord, TRAILER } from '../main/import/ssim-lines.ts';
import { editedText } from './mutate.ts';
import { anyText, oddText } from './odd-values.ts';
import type { FuzzPart } from './part.ts';

/** Every fault of a line is told, in a sentence each: a record in which no field can be read has one for each of its fields. */
const PROBLEM_LENGTH_MAX = 1_600;

interface FuzzFile {
  readonly lines: readonly string[];
  readonly eol: string;
  readonly encoding: 'utf8' | 'latin1' | 'utf16le';
  /** Bytes put over others, by place. */
  readonly overwritten: readonly (readonly [place: number, byte: number])[];
  readonly cutAfter: number;
  /** How the bytes arrive. */
  readonly chunk: number;
}

const FIRST_DAY = dayNumber('1970-12-30');
const LAST_DAY = dayNumber('2200-01-04');

const DATES = ['16NOV26', '22NOV26', '31FEB26', '00XXX00', '01JAN00', '31DEC99', '29FEB28', '27MAR27', '00JAN00', '99DEC99', '1 NOV26'];
const TIMES = ['1000', '2400', '9999', '2460', '-100', '    ', '0000', '0230', '0130', '24:0', '+1E1'];
const CODES = ['JFK', 'LAX', 'QQQ', '   ', 'jfk', 'NYC', 'GUM', 'HNL', 'CHA', 'ADK'];

/** What may stand in the fields of a leg; mostly a good one is kept, so that the odd one is reached. */
const SSIM_FIELDS: Readonly<Partial<Record<keyof LegFields, readonly string[]>>> = {
  number: ['1', '2', '3', '0', '-1', '1E2', '9999'],
  suffix: [' ', 'D', '7'],
  carrier: ['QY', 'Q ', '00', 'QXE'],
  type: ['J', 'F', ' '],
  from: DATES,
  to: DATES,
  days: ['1234567', '1 3 5 7', '       ', '7654321', '1111111', '  3    '],
  frequency: [' ', '1', '2', '9'],
  origin: CODES,
  destination: CODES,
  departs: TIMES,
  arrives: TIMES,
  departsZone: ['-0500', '+0000', '+9999', '     ', '-1560'],
  equipment: ['738', '320', '77F', 'XXX', '   '],
  configuration: ['', 'J16Y144', 'VV', 'Y999Y999Y999', 'J1W2Y3VV9'],
  dayShifts: ['  ', '00', '01', '0A', 'A0', '77', '9 '],
};

const ssimLeg = (random: SeededRandom): string =>
  legRecord(
    Object.fromEntries(
      Object.entries(SSIM_FIELDS).flatMap(([field, values]) => (random.below(5) === 0 ? [[field, random.pick(values)]] : [])),
    ),
  );

const DAYS = [
  '2026-11-16',
  '2026-11-22',
  '2027-03-28',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '1971-01-01',
  '2199-12-31',
  '2028-02-29',
  '',
  '16NOV26',
];
const CLOCKS = ['10:00', '1330', '24:00', '24:30', '99:99', '-1:00', '', '2:30', '02:30', '0:0'];
const HEAD =
  'carrier,number,suffix,origin,destination,from,to,days,frequency,departs,departs_day,arrives,arrives_day,equipment,base_fare,currency,competitor_fare,competitor_read';

const CSV_FIELDS: readonly (readonly string[])[] = [
  ['QX', 'qy', 'Q', '12', 'ÄÖ'],
  ['1', '2', '3', '0041', '0', '-1', '99999', '1e3', '99999999999999999999', ''],
  ['', 'd', '7'],
  CODES,
  CODES,
  DAYS,
  DAYS,
  ['', '15', '1234567', '8', '11111111'],
  ['', '1', '2', '3'],
  CLOCKS,
  ['', '0', '-1', '2', '9'],
  CLOCKS,
  ['', '1', '-1', '7'],
  ['738', '320', 'TRN', ''],
  ['', '129.00', '129.000', '129', '-5', '1e9', '100000000.01', '0'],
  ['', 'USD', 'jpy', 'KWD', 'XXX', 'US$', '840'],
  ['119.00', '119', '0', '-1', '1e5', '100000000.01', 'free'],
  ['2026-11-16T08:00Z', '2026-11-16 08:00Z', '2026-02-30T08:00Z', '2026-11-16', '0000-00-00T99:99Z', 'now'],
];
const CSV_LEG = ['QX', '41', '', 'JFK', 'LAX', '2026-11-16', '', '', '', '10:00', '', '13:30', '', '738', '', '', '', ''];

const csvRow = (random: SeededRandom): string =>
  CSV_LEG.map((good, column) => (random.below(5) === 0 ? random.pick(CSV_FIELDS[column] ?? [good]) : good)).join(',');

const GOOD_CSV = 'QZ,77,,JFK,LAX,2026-11-16,2026-11-22,,,10:00,,13:30,,738,,,,';
const good = (ssim: boolean): string => (ssim ? legRecord({ carrier: 'QZ', number: '77', equipment: '738' }) : GOOD_CSV);

function harmed(random: SeededRandom, line: string): string {
  switch (random.below(7)) {
    case 0:
      return editedText(random, line);
    case 1:
      return line.slice(0, random.below(line.length + 1));
    case 2:
      return `${line}${' '.repeat(random.pick([1, 9, 5_000]))}`;
    case 3:
      return oddText(random);
    case 4:
      return anyText(random, random.below(210));
    case 5:
      return `${random.pick([...'0123456789\uFEFF\u0000'])}${line.slice(1)}`;
    default: {
      const at = random.below(line.length + 1);
      const put = anyText(random, 1 + random.below(4));
      return line.slice(0, at) + put + line.slice(at + put.length);
    }
  }
}

function fileOf(random: SeededRandom, ssim: boolean): FuzzFile {
  const record = (): string => (random.below(3) === 0 ? good(ssim) : ssim ? ssimLeg(random) : csvRow(random));
  const records = Array.from({ length: random.below(6) }, record);
  const lines = ssim
    ? [HEADER, FILLER, carrierRecord({ mode: random.pick(['L', 'L', 'U', '?']) }), good(ssim), ...records, TRAILER, FILLER]
    : [HEAD, good(ssim), ...records];
  for (let left = random.below(4); left > 0; left--) {
    const at = random.below(lines.length);
    const line = lines[at] ?? '';
    const chance = random.below(6);
    if (chance === 0) lines.splice(at, 1);
    else if (chance === 1) lines.splice(at, 0, line);
    else if (chance === 2) lines.splice(random.below(lines.length), 0, harmed(random, line));
    else lines[at] = harmed(random, line);
  }
  const plain = random.below(6) > 0;
  return {
    lines,
    eol: plain ? '\n' : random.pick(['\r\n', '\r', '\n\r', '', '\u0000', '\u2028', '\n\n']),
    encoding: plain ? 'utf8' : random.pick(['utf8', 'latin1', 'utf16le']),
    overwritten:
      random.below(8) === 0 ? Array.from({ length: 1 + random.below(4) }, () => [random.below(2_000), random.below(256)] as const) : [],
    cutAfter: random.below(12) === 0 ? random.below(3_000) : -1,
    chunk: random.pick([1, 7, 200, 4_096, 262_144]),
  };
}

function bytesOf({ lines, eol, encoding, overwritten, cutAfter }: FuzzFile): Buffer {
  const bytes = Buffer.from(`${[lines].flat().join(eol)}${eol}`, encoding);
  for (const [place, byte] of overwritten ?? []) if (place < bytes.length) bytes[place] = byte;
  return cutAfter >= 0 ? bytes.subarray(0, cutAfter) : bytes;
}

async function* arriving(bytes: Buffer, chunk: number): AsyncGenerator<Buffer> {
  // A byte at a time is for small files; nothing is learnt from a million turns.
  const size = bytes.length > 20_000 ? 65_536 : Math.max(1, chunk);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const reference = loadReference();

/** What is wrong with a batch of flights: each must be one that the store can keep and the hub can sell. */
function flightsProblem({ values, flights }: ReadBatch, keys: Set<string>): string | undefined {
  if (values.length !== flights * SCHEDULED_WIDTH) return 'hands on parts of flights';
  for (let at = 0; at < values.length; at += SCHEDULED_WIDTH) {
    const [
      carrier,
      number,
      suffix,
      origin,
      destination,
      day,
      departs,
      arrives,
      equipment,
      seatMap,
      fare,
      currency,
      departure,
      ,
      theirs,
      readAt,
    ] = values.slice(at);
    const key = `${carrier}${number}${suffix} ${origin} ${day}`;
    // A number may leave one airport twice a day, as its first and its second departure.
    if (keys.has(`${key} ${departure}`)) return `brings ${key} twice as departure ${departure}`;
    keys.add(key).add(`${key} ${departure}`);
    const whole = [number, day, departs, arrives, fare].every((each) => Number.isSafeInteger(each));
    const named = /^(?=.*[A-Z])[A-Z0-9]{2}$/.test(String(carrier)) && /^[A-Z]?$/.test(String(suffix)) && isCurrency(String(currency));
    const known =
      reference.airport(String(origin)) &&
      reference.airport(String(destination)) &&
      reference.seatPlan(String(seatMap)) &&
      equipment !== '';
    if (!whole || !named || !known || origin === destination)
      return `brings a flight that is none: ${values.slice(at, at + SCHEDULED_WIDTH).join(' ')}`;
    const fits = Number(number) >= 1 && Number(number) <= 9_999 && Number(fare) >= 1 && Number(day) > FIRST_DAY && Number(day) < LAST_DAY;
    const unknown = theirs === null && readAt === null;
    if (!unknown && !(Number.isSafeInteger(theirs) && Number(theirs) >= 1 && Number.isSafeInteger(readAt) && Number(readAt) > 0))
      return `brings ${key} with a competitor's fare of ${theirs}, read at ${readAt}`;
    if (!fits || Number(departs) >= Number(arrives)) return `brings ${key} with ${number} ${day} ${departs}-${arrives} ${fare}`;
  }
  return undefined;
}

async function fileProblem(file: FuzzFile): Promise<string | undefined> {
  let problem: string | undefined;
  let handed = 0;
  const keys = new Set<string>();
  const outcome = await readChunks(arriving(bytesOf(file), file.chunk), reference, async (batch) => {
    problem ??= flightsProblem(batch, keys);
    handed += batch.flights;
  });
  if (problem) return problem;
  if ('unreadable' in outcome)
    return outcome.unreadable.length > 0 && outcome.unreadable.length < 5_000 ? undefined : 'cannot be used, for no reason';
  const { findings } = outcome;
  if (findings.flights !== handed) return `counts ${findings.flights} flights and hands on ${handed}`;
  if (findings.problems.length > PROBLEMS_SHOWN_MAX) return `tells ${findings.problems.length} problems`;
  const refusals = findings.problems.filter(({ severity }) => severity === 'refused').length;
  if (findings.problemsMore === 0 && refusals !== findings.refused) return `refuses ${findings.refused} records and tells of ${refusals}`;
  for (const [place, told] of findings.problems.entries()) {
    if (!Number.isInteger(told.line) || told.line < (findings.problems[place - 1]?.line ?? 1)) return 'tells problems out of order';
    // What stands in quotes is the file's own text.
    const own = told.problem.replace(/"[^"]*"/g, '');
    if (own === '' || told.problem.length > PROBLEM_LENGTH_MAX || /undefined|NaN|\[object/.test(own)) return `tells: ${told.problem}`;
  }
  for (const { carrier, number } of findings.refusedNumbers)
    if (!/^[A-Z0-9]{2}$/.test(carrier) || !(number >= 1 && number <= 9_999)) return `keeps the flights of ${carrier} ${number}`;
  // One bad record leaves the others standing.
  const ssim = findings.format === 'ssim';
  if (
    file.overwritten.length === 0 &&
    file.cutAfter < 0 &&
    file.eol === '\n' &&
    file.lines.slice(0, ssim ? 4 : 2).join() === whole(ssim) &&
    !keys.has(`QZ77 JFK ${dayNumber('2026-11-16')}`)
  )
    return 'loses a good record beside a bad one';
  return undefined;
}

const whole = (ssim: boolean): string => (ssim ? [HEADER, FILLER, carrierRecord(), good(true)] : [HEAD, good(false)]).join();

const part = (name: string, share: number, ssim: boolean): FuzzPart<FuzzFile> => ({
  name,
  share,
  episode: 100_000,
  generate: (random) => fileOf(random, ssim),
  open: async () => ({ attempt: fileProblem, close: async () => {} }),
});

/** Schedule files with records, lines, bytes, encodings and ends that are wrong. */
export const SCHEDULE_PARTS = [part('ssim', 12, true), part('csv', 12, false)] as const;
