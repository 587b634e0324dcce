import type { SeatCounts } from '../../shared/configuration.ts';
import type { AirportFacts } from '../../shared/methods/airports.ts';
import type { Cabin, Seat, SeatMap } from '../../shared/seat-map.ts';
import type { AirportChange } from './airport-change.ts';

export interface Airport extends Omit<AirportFacts, 'north' | 'east'> {
  readonly code: string;
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** Two sources dispute its place, so no distance is worked out from it. */
  readonly suspect: boolean;
}

export interface Place {
  readonly code: string;
  readonly kind: 'airport' | 'city';
  readonly name: string;
  readonly city: string;
  readonly country: string;
  readonly airports: string[];
}

/** A seat map, with what is needed of it again and again worked out once. */
export interface SeatPlan {
  readonly map: SeatMap;
  readonly seats: readonly Seat[];
  /** The same seats by their cabin. */
  readonly ofCabin: ReadonlyMap<Cabin, readonly Seat[]>;
  readonly byName: ReadonlyMap<string, Seat>;
  readonly capacity: Readonly<Partial<Record<Cabin, number>>>;
  /** Nobody has drawn the cabin of this equipment: it is one of the usual size. */
  readonly plain: boolean;
  /** No map had the seats that the schedule counts, so this one was made with exactly these. */
  readonly made: boolean;
}

/**
 * Facts that no command writes: airports, aircraft, seat maps, minimum connection times. One reference says the same for ever. When a supervisor changes
 * an airport, each thread goes on with another one.
 */
export interface Reference {
  /** As its newest change says. Whatever is told of a flight asks `airportAt` or `airportOn` instead: see airports.ts. */
  airport(code: string): Airport | undefined;
  /** As it is at a moment, in UTC milliseconds. */
  airportAt(code: string, moment: number): Airport | undefined;
  /** As it is on a day, local to it, in days since 1970. */
  airportOn(code: string, day: number): Airport | undefined;
  /** As it came with Aisle. */
  airportShipped(code: string): Airport | undefined;
  /** Codes of countries that have airports. */
  readonly countries: ReadonlySet<string>;
  /** These facts, with airports that were added or corrected. */
  withAirports(changes: readonly AirportChange[]): Reference;
  /** The airport itself, all airports of a city (`NYC`, and `HOU*` where an airport has the code), or none when nothing is called so. */
  airportsOf(place: string): readonly Airport[];
  /** Airports and cities by code or by the beginning of a word, best first. */
  places(text: string, most: number): readonly Place[];
  /** An id means the same seats for ever. */
  seatPlan(id: string): SeatPlan | undefined;
  /** The ids of the seat maps that ship with Aisle. */
  readonly shippedSeatMaps: readonly string[];
  /**
   * The seat map that an IATA equipment code flies with. With counts: the one that has exactly these, if need be made from them. Undefined
   * when the equipment sells no seats, or no map can hold so many.
   */
  seatPlanFor(equipment: string, counts?: SeatCounts): SeatPlan | undefined;
  /** The equipment codes that a type means: itself, and those of its family (`737`: also 738 and 73H). */
  equipmentOfType(type: string): readonly string[];
  airlineName(carrier: string): string | undefined;
  /** Whether a flight between two airports is domestic. Territories count to their country: San Juan is domestic with Miami. */
  isDomestic(from: Airport, to: Airport): boolean;
  /** Least minutes between an arrival and the next departure. Same airport: its own or the default cell; two airports of a city: 240. */
  minimumConnectionMinutes(arrivesFrom: Airport, at: Airport, departsAt: Airport, departsTo: Airport): number;
  /** Great circle miles, or undefined when either place is suspect. */
  miles(from: Airport, to: Airport): number | undefined;
}
