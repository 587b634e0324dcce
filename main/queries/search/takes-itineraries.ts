import type { Change } from './best-itineraries.ts';

/** Takes all itineraries that a search finds. */
export interface TakesItineraries {
  /** Adds an itinerary of one to three flights, each given by its place in LegFlights. */
  add(changes: readonly Change[], first: number, second?: number, third?: number): void;
  /** True when so many itineraries wait that comparing them now saves work or room. */
  readonly crowded: boolean;
  /** Compares the itineraries that wait. */
  settle(): Promise<void>;
}
