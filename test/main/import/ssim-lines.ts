/** Builds SSIM chapter 7 records for tests, field by field at their byte positions. */
function place(fields: readonly (readonly [at: number, text: string])[]): string {
  const bytes = Array.from({ length: 200 }, () => ' ');
  for (const [at, text] of fields) for (const [offset, letter] of [...text].entries()) bytes[at - 1 + offset] = letter;
  return bytes.join('');
}

export const HEADER = place([
  [1, '1AIRLINE STANDARD SCHEDULE DATA SET'],
  [195, '000001'],
]);
export const FILLER = '0'.repeat(200);
export const trailerRecord = ({ carrier = 'QX', end = 'E' } = {}): string =>
  place([
    [1, '5'],
    [3, carrier],
    [194, end],
  ]);
export const TRAILER = trailerRecord();

export const carrierRecord = ({ mode = 'L', carrier = 'QX', from = '01NOV26', to = '27MAR27' } = {}): string =>
  place([
    [1, `2${mode}`],
    [3, carrier],
    [15, from],
    [22, to],
  ]);

export interface LegFields {
  readonly suffix?: string;
  readonly carrier?: string;
  readonly number?: string;
  readonly leg?: string;
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
  readonly days?: string;
  readonly frequency?: string;
  readonly origin?: string;
  readonly departs?: string;
  readonly departsAircraft?: string;
  readonly departsZone?: string;
  readonly destination?: string;
  readonly arrives?: string;
  readonly arrivesAircraft?: string;
  readonly arrivesZone?: string;
  readonly equipment?: string;
  readonly configuration?: string;
  readonly dayShifts?: string;
  /** Bytes 111 to 119. */
  readonly joint?: string;
  /** Byte 149: `L` for a marketing leg. */
  readonly disclosure?: string;
}

const six = (serial: number): string => String(serial).padStart(6, '0');

/** Gives whole records their serials, from 1 on, and trailers the serial of the record before them. Fillers and broken records keep their bytes. */
export function numbered(records: readonly string[]): string[] {
  let serial = 0;
  return records.map((record) => {
    if (/^0*$/.test(record)) return record;
    serial += 1;
    if (record.length !== 200) return record;
    const named = record[0] === '5' ? record.slice(0, 187) + six(serial - 1) + record.slice(193) : record;
    return named.slice(0, 194) + six(serial);
  });
}

/** JFK to LAX, Monday to Sunday of one week of November, 10:00 to 13:30, unless told. */
export const legRecord = (leg: LegFields = {}): string =>
  place([
    [1, '3'],
    [2, leg.suffix ?? ' '],
    [3, leg.carrier ?? 'QX'],
    [6, (leg.number ?? '41').padStart(4)],
    [10, '01'],
    [12, leg.leg ?? '01'],
    [14, leg.type ?? 'J'],
    [15, leg.from ?? '16NOV26'],
    [22, leg.to ?? '22NOV26'],
    [29, leg.days ?? '1234567'],
    [36, leg.frequency ?? ' '],
    [37, leg.origin ?? 'JFK'],
    [40, leg.departs ?? '1000'],
    [44, leg.departsAircraft ?? leg.departs ?? '1000'],
    [48, leg.departsZone ?? '-0500'],
    [55, leg.destination ?? 'LAX'],
    [58, leg.arrivesAircraft ?? leg.arrives ?? '1330'],
    [62, leg.arrives ?? '1330'],
    [66, leg.arrivesZone ?? '-0800'],
    [73, leg.equipment ?? '738'],
    [111, leg.joint ?? ''],
    [149, leg.disclosure ?? ''],
    [173, leg.configuration ?? ''],
    [193, leg.dayShifts ?? '  '],
  ]);

/** A whole file: header, the records, the trailer of QX. */
export const ssimFile = (...records: string[]): string => `${numbered([HEADER, FILLER, ...records, TRAILER, FILLER]).join('\n')}\n`;

/** A segment record of a leg: data element `010`, `050` or `127`. */
export const segmentRecord = (leg: string, element: string, data: string): string =>
  `4${leg.slice(1, 14)}${' '.repeat(14)}AB${element}${leg.slice(36, 39)}${leg.slice(54, 57)}${data}`.padEnd(200);
