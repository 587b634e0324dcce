import { createReadStream } from 'node:fs';
import { OwnMaps, type OwnMapTurn } from '../fleet/own-maps.ts';
import type { Reference } from '../reference/reference.ts';
import type { Value } from '../store/database.ts';
import { pushFlight } from '../store/tables/scheduled-flight.ts';
import { CsvReader } from './csv-reader.ts';
import { FILE_FLIGHTS_MAX, LINE_BYTES_MAX, STAGE_BATCH, TELL_LINES } from './import-bounds.ts';
import { type Line, LineSplitter } from './line-splitter.ts';
import { pushCodeshares } from './push-codeshares.ts';
import type { ReadLeg } from './read-leg.ts';
import { type ReadFindings, ReadReport } from './read-report.ts';
import { SeenFlights } from './seen-flights.ts';
import { SSIM_HEADER } from './ssim-fields.ts';
import { SsimReader } from './ssim-reader.ts';

/** Flights in the order of `SCHEDULED_COLUMNS`, and how far the file has been read. */
export interface ReadBatch {
  readonly values: Value[];
  /** In the order of `CODESHARE_COLUMNS`. */
  readonly codeshares: Value[];
  readonly flights: number;
  readonly bytes: number;
  readonly lines: number;
}

/** `unreadable`: why the file cannot be used at all; then nothing of it may be applied. */
export type ReadOutcome = { readonly findings: ReadFindings } | { readonly unreadable: string };

interface FormatReader {
  readonly format: 'ssim' | 'csv';
  line(line: Line): Generator<ReadLeg>;
  end(): string | undefined;
}

/** As many values as make a batch without flights. */
const CODESHARE_VALUES = 11 * STAGE_BATCH;

/** The first lines of a file may be blank or filler. Within this many lines the header must come. */
const LINES_BEFORE_HEADER_MAX = 100;

const NEITHER = 'The file begins neither with the header of SSIM chapter 7 nor with the column names of the CSV';

/**
 * Reads a whole schedule file and hands its flights on in batches. The next batch is read when the last was taken. `ownTurns`: from which days the
 * airline's own seat maps take over.
 */
export const readSchedule = (
  file: string,
  reference: Reference,
  take: (batch: ReadBatch) => Promise<void>,
  ownTurns: readonly OwnMapTurn[] = [],
): Promise<ReadOutcome> => readChunks(createReadStream(file, { highWaterMark: 1 << 18 }), reference, take, ownTurns);

/** The same for bytes that come in any chunks. */
export async function readChunks(
  chunks: AsyncIterable<Buffer>,
  reference: Reference,
  take: (batch: ReadBatch) => Promise<void>,
  ownTurns: readonly OwnMapTurn[] = [],
): Promise<ReadOutcome> {
  const ownMaps = new OwnMaps(ownTurns);
  const report = new ReadReport();
  const seen = new SeenFlights();
  // Both formats need only ASCII. Only names, which are not read, could be in another encoding.
  const splitter = new LineSplitter('utf8', (line) => {
    report.refuse(line, `The line is longer than ${LINE_BYTES_MAX} bytes`);
    strange ||= reader === undefined;
  });
  let reader: FormatReader | undefined;
  /** Whether a line that is too long for any header stood where the header should be. */
  let strange = false;
  let described = 0;
  let values: Value[] = [];
  let codeshares: Value[] = [];
  let flights = 0;
  let bytes = 0;
  let lines = 0;
  const flush = async (): Promise<void> => {
    const batch = { values, codeshares, flights, bytes, lines };
    values = [];
    codeshares = [];
    flights = 0;
    await take(batch);
  };
  /** Why the file cannot be used, if this line shows it. */
  const read = async (line: Line): Promise<string | undefined> => {
    lines = line.number;
    if (lines % TELL_LINES === 0) await flush();
    if (!reader) {
      if (/^0*$/.test(line.text.trim()) && line.number < LINES_BEFORE_HEADER_MAX) return undefined;
      reader = readerFor(line.text, reference, report);
      if (!reader) return whyNeither(line.text);
    }
    for (const leg of reader.line(line)) {
      const unreadable = await readLeg(leg);
      if (unreadable) return unreadable;
    }
    return undefined;
  };
  const readLeg = async ({ pattern, flights: ofLeg, codeshare }: ReadLeg): Promise<string | undefined> => {
    let twice = 0;
    let own = 0;
    let others = 0;
    const isMarketed = codeshare?.told === 'marketing';
    for (const flight of ofLeg) {
      described += 1;
      if (described > FILE_FLIGHTS_MAX) return `The file describes more than ${FILE_FLIGHTS_MAX} flights`;
      if (codeshare) report.codeshares += pushCodeshares(codeshares, flight, codeshare);
      if (isMarketed) {
        if (codeshares.length >= CODESHARE_VALUES) await flush();
        continue;
      }
      if (!seen.add(flight)) {
        twice += 1;
        continue;
      }
      const seatMap = ownMaps.of(pattern, flight.serviceDay);
      if (seatMap === undefined) others += 1;
      else own += 1;
      pushFlight(values, seatMap === undefined ? flight : { ...flight, seatMap });
      flights += 1;
      report.flights += 1;
      if (flights >= STAGE_BATCH) await flush();
    }
    if (!isMarketed && (others > 0 || own === 0)) report.soldBy(pattern.line, pattern.equipment, pattern.plan);
    if (twice > 0) {
      const told = twice === 1 ? '1 flight stands' : `${twice} flights stand`;
      report.warn(pattern.line, `${told} in the file before, for the same day and origin; the first ${twice === 1 ? 'is' : 'are'} kept`);
    }
    return undefined;
  };

  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      for (const line of splitter.push(chunk)) {
        const unreadable = await read(line);
        if (unreadable) return { unreadable };
      }
      if (strange) return { unreadable: NEITHER };
    }
  } catch (error) {
    // Only an error of the system is a property of the file. Any other error is a fault of the reader.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return { unreadable: `The file cannot be read: ${error.message}` };
  }
  for (const line of splitter.end()) {
    const unreadable = await read(line);
    if (unreadable) return { unreadable };
  }
  if (strange) return { unreadable: NEITHER };
  const unreadable = reader ? reader.end() : 'The file is empty';
  if (unreadable) return { unreadable };
  await flush();
  const findings = report.findings(reader?.format ?? 'csv');
  // A file of which not one record can be used is no schedule, whatever its first line says.
  if (findings.flights + findings.codeshares === 0 && findings.refused > 0) {
    const [first] = findings.problems.filter((problem) => problem.severity === 'refused');
    return { unreadable: `Not one record can be used; line ${first?.line}: ${first?.problem}` };
  }
  return { findings };
}

/** Why a file is neither form, as far as its first line shows it. */
function whyNeither(firstLine: string): string {
  if (firstLine.includes('\0') && firstLine.startsWith('\uFFFD\uFFFD')) return 'The file is UTF-16 text; save it as UTF-8';
  const separator = [';', '\t', '|'].find((sign) => CsvReader.recognises(firstLine.replaceAll(sign, ',')));
  if (separator) return `The columns are separated by ${separator === '\t' ? 'tabs' : `"${separator}"`}, not by commas`;
  return NEITHER;
}

function readerFor(firstLine: string, reference: Reference, report: ReadReport): FormatReader | undefined {
  if (firstLine.startsWith(SSIM_HEADER)) {
    const ssim = new SsimReader(reference, report);
    return { format: 'ssim', line: ({ number, text }) => ssim.line(number, text), end: () => ssim.end() };
  }
  if (!CsvReader.recognises(firstLine)) return undefined;
  const csv = new CsvReader(reference, report);
  return { format: 'csv', line: (line) => csv.line(line), end: () => csv.end() };
}
