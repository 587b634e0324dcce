import { CABINS } from '../../../shared/seat-map.ts';
import type { CabinCounter, FlightRow } from '../../store/tables/flights-table.ts';

/** Flights of one block. Blocks are made as they are needed. */
const BLOCK = 1_024;

/** Text of few kinds, each kept once. Their numbers stand in a flight. */
const TEXTS = ['carrier', 'suffix', 'origin', 'destination', 'equipment', 'seat_map', 'currency'] as const;
const NUMBERS = ['number', 'service_day', 'cancelled', 'operating_day'] as const;
/** What may be larger than 32 bits hold. */
const LARGE = ['departs_at', 'arrives_at', 'base_fare', 'competitor_fare', 'competitor_read_at'] as const;

/** Three numbers of each cabin; the first is NO_ROW for a cabin without a counter. */
const COUNTER_WIDTH = 3;
const NO_ROW = -1;
const COUNTERS = TEXTS.length + NUMBERS.length;
const STATE = COUNTERS + COUNTER_WIDTH * CABINS.length;
const SMALL_WIDTH = STATE + 1;
/** No state of the counters has this number. */
const NOT_KNOWN = -1;

interface Block {
  readonly small: Int32Array;
  readonly large: Float64Array;
}

/**
 * Flights with their counters, in some 140 bytes each and 40 for finding them. As objects each would take 500, and the texts of their rows as much again.
 */
export class PackedFlights {
  readonly #places = new Map<number, number>();
  readonly #blocks: Block[] = [];
  readonly #texts: string[] = [];
  readonly #textNumbers = new Map<string, number>();

  get size(): number {
    return this.#places.size;
  }

  has(id: number): boolean {
    return this.#places.has(id);
  }

  /** Keeps a flight without its counters. */
  add(row: FlightRow): void {
    const place = this.#places.get(row.id) ?? this.#places.size;
    this.#places.set(row.id, place);
    const { small, large } = this.#blockOf(place);
    let at = (place % BLOCK) * SMALL_WIDTH;
    for (const column of TEXTS) small[at++] = this.#numberOf(row[column]);
    for (const column of NUMBERS) small[at++] = row[column];
    small[(place % BLOCK) * SMALL_WIDTH + STATE] = NOT_KNOWN;
    at = (place % BLOCK) * LARGE.length;
    for (const column of LARGE) large[at++] = row[column] ?? Number.NaN;
  }

  row(id: number): FlightRow | undefined {
    const place = this.#places.get(id);
    if (place === undefined) return undefined;
    const { small, large } = this.#blockOf(place);
    const [from, wide] = [(place % BLOCK) * SMALL_WIDTH, (place % BLOCK) * LARGE.length];
    const text = (at: number) => this.#texts[small[from + at] ?? 0] ?? '';
    const number = (at: number) => small[from + TEXTS.length + at] ?? 0;
    const fare = large[wide + 3] ?? Number.NaN;
    const readAt = large[wide + 4] ?? Number.NaN;
    return {
      id,
      carrier: text(0),
      number: number(0),
      suffix: text(1),
      origin: text(2),
      destination: text(3),
      service_day: number(1),
      departs_at: large[wide] ?? 0,
      arrives_at: large[wide + 1] ?? 0,
      equipment: text(4),
      seat_map: text(5),
      base_fare: large[wide + 2] ?? 0,
      currency: text(6),
      cancelled: number(2),
      competitor_fare: Number.isNaN(fare) ? null : fare,
      competitor_read_at: Number.isNaN(readAt) ? null : readAt,
      operating_day: number(3),
    };
  }

  /** What is sold and held of a flight, if it was kept in this state of the counters. */
  counters(id: number, state: number): readonly CabinCounter[] | undefined {
    const place = this.#places.get(id);
    if (place === undefined) return undefined;
    const { small } = this.#blockOf(place);
    const from = (place % BLOCK) * SMALL_WIDTH;
    if (small[from + STATE] !== state) return undefined;
    const counters: CabinCounter[] = [];
    for (let number = 0, at = from + COUNTERS; number < CABINS.length; number++, at += COUNTER_WIDTH) {
      const [cabin, authorised] = [CABINS[number], small[at] ?? NO_ROW];
      if (cabin && authorised !== NO_ROW) counters.push({ cabin, authorised, held: small[at + 1] ?? 0, sold: small[at + 2] ?? 0 });
    }
    return counters;
  }

  setCounters(id: number, counters: readonly CabinCounter[], state: number): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    const { small } = this.#blockOf(place);
    const from = (place % BLOCK) * SMALL_WIDTH;
    small.fill(NO_ROW, from + COUNTERS, from + STATE);
    small[from + STATE] = state;
    for (const { cabin, authorised, held, sold } of counters)
      small.set([authorised, held, sold], from + COUNTERS + CABINS.indexOf(cabin) * COUNTER_WIDTH);
  }

  forgetCounters(id: number): void {
    const place = this.#places.get(id);
    if (place !== undefined) this.#blockOf(place).small[(place % BLOCK) * SMALL_WIDTH + STATE] = NOT_KNOWN;
  }

  #blockOf(place: number): Block {
    const number = Math.floor(place / BLOCK);
    let block = this.#blocks[number];
    if (!block) {
      block = { small: new Int32Array(BLOCK * SMALL_WIDTH), large: new Float64Array(BLOCK * LARGE.length) };
      this.#blocks[number] = block;
    }
    return block;
  }

  #numberOf(text: string): number {
    let number = this.#textNumbers.get(text);
    if (number === undefined) {
      number = this.#texts.push(text) - 1;
      this.#textNumbers.set(text, number);
    }
    return number;
  }
}
