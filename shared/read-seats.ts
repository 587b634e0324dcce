import { CABIN_NAMES, type Cabin, type Seat } from './seat-map.ts';

export type SeatsRead =
  | { readonly ok: true; readonly cabin: Cabin; readonly seats: readonly string[] }
  /** A clause that says what is wrong. */
  | { readonly ok: false; readonly problem: string };

type Named = Pick<Seat, 'seat' | 'row' | 'letter' | 'cabin' | 'sellable' | 'codes'>;

/** One thing that is typed: rows, letters, or both. No rows: the whole column. No letters: the whole row. */
interface Part {
  readonly rows: readonly [from: number, to: number] | null;
  readonly letters: readonly [from: string, to: string][] | null;
  readonly text: string;
}

/** `12-14 D`, `12D`, `12-14`, `12 A-C`, `12 DEF`, `D`. */
const PART = /^(?:(\d{1,2})(?: ?- ?(\d{1,2}))?)? ?((?:[A-HJ-Z](?: ?- ?[A-HJ-Z])?)*)$/;
const LETTERS = /([A-HJ-Z])(?: ?- ?([A-HJ-Z]))?/g;
const HOW = 'write a seat, row, range or column, such as 14D, 12, 12-14 D or D';

class Unreadable extends Error {}

/**
 * Reads which seats of a flight a person means: `12D` a seat, `12` a row, `12-14` rows, `12-14 D` and `12 A-C` parts of rows, `D` a column, and several
 * of these with commas between them. All must be in one cabin, because each cabin counts its own seats. A column alone is that of `cabin`, or of
 * the only cabin that has it. Rows that a range passes over may be missing, as row 13 often is. Seats that are never sold are left out where more
 * than a seat is named.
 */
export function readSeats(text: string, seats: readonly Named[], cabin?: Cabin): SeatsRead {
  try {
    const parts = partsOf(text);
    const named = new Map<string, Named>();
    for (const part of parts) for (const seat of seatsOfPart(part, seats, cabin)) named.set(seat.seat, seat);
    const cabins = [...new Set([...named.values()].map((seat) => seat.cabin))];
    if (cabins.length > 1)
      throw new Unreadable(`they are in ${cabins.map((one) => CABIN_NAMES[one]).join(' and ')}; name one cabin at a time`);
    const [only] = cabins;
    if (!only) throw new Unreadable(HOW);
    return { ok: true, cabin: only, seats: seats.flatMap(({ seat }) => (named.has(seat) ? seat : [])) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.message };
    throw error;
  }
}

function partsOf(text: string): Part[] {
  const typed = text
    .toUpperCase()
    .replace(/[\u2013\u2014]/g, '-')
    .trim()
    .replace(/\s+/g, ' ');
  if (typed === '') throw new Unreadable(HOW);
  return typed.split(/ ?[,;] ?/).map((part) => {
    const [, from, to, letters] = PART.exec(part) ?? [];
    if (part === '' || (from === undefined && !letters)) throw new Unreadable(`“${part}” cannot be read; ${HOW}`);
    const first = Number(from);
    const last = Number(to ?? from);
    if (first > last) throw new Unreadable(`the rows ${part} are the wrong way round`);
    return {
      rows: from === undefined ? null : [first, last],
      letters: letters ? [...letters.matchAll(LETTERS)].map(([, one = '', until = one]): [string, string] => [one, until]) : null,
      text: part,
    };
  });
}

function seatsOfPart({ rows, letters, text }: Part, seats: readonly Named[], cabin: Cabin | undefined): Named[] {
  const there = seats.filter((seat) => !seat.codes.includes('8'));
  if (rows) for (const row of rows) if (!there.some((seat) => seat.row === row)) throw new Unreadable(`there is no row ${row}`);
  const inRows = there.filter((seat) => (rows ? seat.row >= rows[0] && seat.row <= rows[1] : !cabin || seat.cabin === cabin));
  const found = letters ? letters.flatMap((range) => ofLetters(inRows, range)) : inRows;
  const single = rows && rows[0] === rows[1] && letters?.length === 1 && letters[0]?.[0] === letters[0]?.[1];
  if (single && found[0] && !found[0].sellable) throw new Unreadable(`seat ${found[0].seat} is never sold`);
  const sold = found.filter((seat) => seat.sellable);
  if (sold.length === 0) throw new Unreadable(`there is no seat ${text}`);
  return sold;
}

/** Each end of a range of letters must be there, so that a slip is noticed. */
function ofLetters(seats: readonly Named[], [from, to]: readonly [string, string]): Named[] {
  if (from > to) throw new Unreadable(`the letters ${from}-${to} are the wrong way round`);
  for (const end of [from, to]) {
    if (seats.some(({ letter }) => letter === end)) continue;
    const rows = [...new Set(seats.map(({ row }) => row))];
    throw new Unreadable(rows.length === 1 ? `there is no seat ${rows[0]}${end}` : `there is no column ${end}`);
  }
  return seats.filter(({ letter }) => letter >= from && letter <= to);
}
