import { runBookings } from './booking-run.ts';
import { runSessions } from './session-run.ts';

/** All answers that tests of the console start from, as the core gave them. */
export async function runSamples() {
  const [bookings, sessions] = [await runBookings(), await runSessions()];
  return { ...bookings, ...sessions };
}

export type Samples = Awaited<ReturnType<typeof runSamples>>;
