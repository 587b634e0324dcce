import { inject } from 'vitest';
import type { SeatMapAnswer } from '../../../renderer/seats/seat-events.ts';
import { assert } from '../../../shared/assert.ts';

const run = inject('samples').seats;

/** Flight 7, AA 185 JFK to LAX, an A320 with nobody on it unless told otherwise; known up to event 100. Flight 8, AA 186, goes on to SFO. */
export const seatMapAnswer = (change: Partial<SeatMapAnswer> = {}, flightId = 7): SeatMapAnswer => {
  const answer = run.answers.find(({ flight }) => flight.flightId === flightId);
  assert(answer, `the run has no flight ${flightId}`);
  return { ...answer, ...change };
};

/** Flight 7 after desk T1-02 has sold 2A and holds 3D, as desk T1-04 sees it. */
export const takenAnswer: SeatMapAnswer = run.taken;

/** What an economy seat of flight 7 costs, which are the best ones for one adult, and what one adult was sold on flights 7 and 8. */
export const { quote, best, sales } = run;
