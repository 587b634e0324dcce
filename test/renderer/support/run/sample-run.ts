import { runBoard } from './board-run.ts';
import { runBookings } from './booking-run.ts';
import { runSeats } from './seat-run.ts';
import { runSessions } from './session-run.ts';

/** All answers that tests of the console start from, as the core gave them. */
export async function runSamples() {
  return { ...(await runBookings()), ...(await runSessions()), board: await runBoard(), seats: await runSeats() };
}

export type Samples = Awaited<ReturnType<typeof runSamples>>;
