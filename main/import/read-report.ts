import { PROBLEMS_SHOWN_MAX } from '../../shared/bounds.ts';
import { REFUSED_NUMBERS_MAX, REMARKS_MAX } from './import-bounds.ts';

export interface ScheduleProblem {
  readonly line: number;
  readonly severity: 'refused' | 'warning';
  readonly problem: string;
}

/** The carrier's part of the schedule that a file speaks for: what is in the store but not in the file was dropped. */
export interface CarrierScope {
  readonly carrier: string;
  readonly fromDay: number;
  readonly toDay: number;
}

/** What reading a file found, apart from its flights. */
export interface ReadFindings {
  readonly format: 'ssim' | 'csv';
  readonly legs: number;
  readonly flights: number;
  readonly refused: number;
  readonly problems: readonly ScheduleProblem[];
  readonly problemsMore: number;
  readonly scopes: readonly CarrierScope[];
  /** Numbers whose records were refused: their flights in the store are not dropped, since the file does speak of them. */
  readonly refusedNumbers: readonly { readonly carrier: string; readonly number: number }[];
  /** A refused record did not even tell its flight number: then nothing is dropped. */
  readonly dropNothing: boolean;
}

/**
 * Whose a record is, so far as it tells; undefined when not even that can be trusted. Read strictly: a number that only looks like
 * one (`1e30`, `0x10`) would keep the wrong flights, or be none that the store can hold.
 */
export function flightTold(carrier: string, number: string): { readonly carrier: string; readonly number: number } | undefined {
  return /^[A-Z0-9]{2}$/.test(carrier) && /^\d{1,4}$/.test(number) && Number(number) > 0 ? { carrier, number: Number(number) } : undefined;
}

/** Gathers what a reader meets. */
export class ReadReport {
  legs = 0;
  flights = 0;
  refused = 0;
  readonly #problems: ScheduleProblem[] = [];
  #problemsMore = 0;
  readonly #said = new Set<string>();
  readonly #scopes = new Map<string, { carrier: string; fromDay: number; toDay: number }>();
  readonly #refusedNumbers = new Map<string, { carrier: string; number: number }>();
  #dropNothing = false;

  /** A record that cannot be used. `flight` says whose it was, if that much could be read. */
  refuse(line: number, problem: string, flight?: { readonly carrier: string; readonly number: number }): void {
    this.refused += 1;
    this.#add({ line, severity: 'refused', problem });
    if (flight && this.#refusedNumbers.size < REFUSED_NUMBERS_MAX) {
      this.#refusedNumbers.set(`${flight.carrier} ${flight.number}`, { carrier: flight.carrier, number: flight.number });
      return;
    }
    this.#dropNothing = true;
    this.warnOnce('drop', line, 'Nothing is dropped by this file, since not every refused record tells its flight number.');
  }

  warn(line: number, problem: string): void {
    this.#add({ line, severity: 'warning', problem });
  }

  /** The same remark about every record would hide the others. */
  warnOnce(key: string, line: number, problem: string): void {
    if (this.#said.has(key)) return;
    // Nobody reads so many, and a file can think of more of them than memory holds.
    if (this.#said.size < REMARKS_MAX) this.#said.add(key);
    this.warn(line, problem);
  }

  speaksFor(carrier: string, fromDay: number, toDay: number): void {
    const scope = this.#scopes.get(carrier);
    if (!scope) this.#scopes.set(carrier, { carrier, fromDay, toDay });
    else {
      scope.fromDay = Math.min(scope.fromDay, fromDay);
      scope.toDay = Math.max(scope.toDay, toDay);
    }
  }

  #add(problem: ScheduleProblem): void {
    if (this.#problems.length < PROBLEMS_SHOWN_MAX) this.#problems.push(problem);
    else this.#problemsMore += 1;
  }

  findings(format: 'ssim' | 'csv'): ReadFindings {
    return {
      format,
      legs: this.legs,
      flights: this.flights,
      refused: this.refused,
      problems: this.#problems.toSorted((a, b) => a.line - b.line),
      problemsMore: this.#problemsMore,
      scopes: [...this.#scopes.values()],
      refusedNumbers: [...this.#refusedNumbers.values()],
      dropNothing: this.#dropNothing,
    };
  }
}
