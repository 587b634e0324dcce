import { PROBLEMS_SHOWN_MAX } from '../../shared/bounds.ts';
import { countsText } from '../../shared/configuration.ts';
import type { SeatPlan } from '../reference/reference.ts';
import type { StagedScope } from '../store/tables/staged-flights-table.ts';
import type { ThroughNumber } from '../store/tables/through-numbers-table.ts';
import { THROUGH_LEGS_MAX, ThroughNumbers } from '../store/through-numbers.ts';
import { ATTENTION_MAX, REFUSED_NUMBERS_MAX, REMARKS_MAX } from './import-bounds.ts';
import { RepeatedDepartures } from './repeated-departures.ts';
import { SpokenDays } from './spoken-days.ts';

export interface ScheduleProblem {
  readonly line: number;
  readonly severity: 'refused' | 'warning';
  readonly problem: string;
}

/** What was found while a file was read, apart from its flights. */
export interface ReadFindings {
  readonly format: 'ssim' | 'csv';
  readonly legs: number;
  readonly flights: number;
  readonly refused: number;
  /** Dated numbers under which flights are sold. */
  readonly codeshares: number;
  readonly problems: readonly ScheduleProblem[];
  readonly problemsMore: number;
  /** Days for which the file speaks: a flight that operates on them, and is in the store and not in the file, is dropped. */
  readonly scopes: readonly StagedScope[];
  /** Flight numbers whose records were refused. Their flights in the store are not dropped, because the file does name them. */
  readonly refusedNumbers: readonly { readonly carrier: string; readonly number: number }[];
  /** What is missing in the store may only be missing in the file. Then no flight is dropped. */
  readonly dropNothing: boolean;
  /** Numbers that go on from where they land. */
  readonly through: readonly ThroughNumber[];
  /** Sentences about the file as a whole, which a person must see before applying it. */
  readonly attention: readonly string[];
}

/**
 * Carrier and number of a refused record; undefined when they cannot be trusted. Both are read strictly: a text that JavaScript takes for a
 * number (`1e30`, `0x10`) would keep the wrong flights, or would be a number that the store cannot hold.
 */
export function flightTold(carrier: string, number: string): { readonly carrier: string; readonly number: number } | undefined {
  return /^[A-Z0-9]{2}$/.test(carrier) && /^\d{1,4}$/.test(number) && Number(number) > 0 ? { carrier, number: Number(number) } : undefined;
}

/** Collects what is found while a file is read. */
export class ReadReport {
  legs = 0;
  /** Marketing legs that lead to no flight, and dated numbers that lead to one. */
  leftOut = 0;
  codeshares = 0;
  flights = 0;
  refused = 0;
  readonly #problems: ScheduleProblem[] = [];
  #problemsMore = 0;
  readonly #said = new Set<string>();
  readonly spoken = new SpokenDays();
  readonly departures = new RepeatedDepartures();
  readonly through = new ThroughNumbers();
  readonly #refusedNumbers = new Map<string, { carrier: string; number: number }>();
  #dropNothing = false;
  readonly #attention: string[] = [];

  /** Reports a record that cannot be used. `flight`: its carrier and number, if they could be read. */
  refuse(line: number, problem: string, flight?: { readonly carrier: string; readonly number: number }): void {
    this.refused += 1;
    this.#add({ line, severity: 'refused', problem });
    if (flight && this.#refusedNumbers.size < REFUSED_NUMBERS_MAX) {
      this.#refusedNumbers.set(`${flight.carrier} ${flight.number}`, { carrier: flight.carrier, number: flight.number });
      return;
    }
    this.doubt(line, 'not every refused record tells its flight number');
  }

  /** A sign that flights are missing in the file alone: none is dropped. `reason`: a clause without its full stop. */
  doubt(line: number, reason: string): void {
    this.#dropNothing = true;
    this.alert(line, `No flight is dropped by this file: ${reason}`);
  }

  /** A warning about the file as a whole. */
  alert(line: number, problem: string): void {
    this.warnOnce(problem, line, problem);
    if (this.#attention.length < ATTENTION_MAX && !this.#attention.includes(problem)) this.#attention.push(problem);
  }

  /** Says once for each equipment that its cabin is not known, and once for each of its counts that no map has them. */
  soldBy(line: number, equipment: string, { plain, made, map, capacity }: SeatPlan): void {
    if (plain) this.warnOnce(`plain ${equipment}`, line, `Equipment ${equipment} has no seat map of its own; it is sold by ${map.name}`);
    if (!made) return;
    const counts = countsText(capacity);
    this.warnOnce(map.id, line, `No seat map of ${equipment} has ${counts}; it is sold by one that is made from these counts`);
  }

  warn(line: number, problem: string): void {
    this.#add({ line, severity: 'warning', problem });
  }

  /** The same remark about every record would hide the others. */
  warnOnce(key: string, line: number, problem: string): void {
    if (this.#said.has(key)) return;
    // A hostile file could make more remarks than memory holds.
    if (this.#said.size < REMARKS_MAX) this.#said.add(key);
    this.warn(line, problem);
  }

  #add(problem: ScheduleProblem): void {
    if (this.#problems.length < PROBLEMS_SHOWN_MAX) this.#problems.push(problem);
    else this.#problemsMore += 1;
  }

  findings(format: 'ssim' | 'csv'): ReadFindings {
    if (this.leftOut > 0) {
      const [legs, their] = this.leftOut === 1 ? ['1 marketing leg is', 'its'] : [`${this.leftOut} marketing legs are`, 'their'];
      this.alert(1, `${legs} left out, because the file does not say which flight has ${their} seats`);
    }
    if (this.through.full) this.alert(1, `Only the first ${THROUGH_LEGS_MAX} legs of numbers are known as through flights`);
    for (const carrier of this.spoken.mixed)
      this.alert(1, `No flight of ${carrier} is dropped by this file: its days are given both in local times and in UTC`);
    return {
      format,
      legs: this.legs,
      flights: this.flights,
      refused: this.refused,
      codeshares: this.codeshares,
      problems: this.#problems.toSorted((a, b) => a.line - b.line),
      problemsMore: this.#problemsMore,
      scopes: this.spoken.scopes,
      refusedNumbers: [...this.#refusedNumbers.values()],
      dropNothing: this.#dropNothing,
      through: this.through.found,
      attention: [...this.#attention],
    };
  }
}
