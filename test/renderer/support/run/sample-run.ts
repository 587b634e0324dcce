import { runAdmin } from './admin-run.ts';
import { runBoard } from './board-run.ts';
import { runBookings } from './booking-run.ts';
import { runRefusals } from './refusal-run.ts';
import { runSeats } from './seat-run.ts';
import { runSessions } from './session-run.ts';

/** All answers that tests of the console start from, as the core gave them. */
export async function runSamples() {
  const [admin, rest] = await Promise.all([
    // Its backups are made by threads. The other runs go on meanwhile.
    runAdmin(),
    (async () => ({ ...(await runBookings()), ...(await runSessions()), board: await runBoard(), seats: await runSeats() }))(),
  ]);
  const { declined, signInRefused, seats } = rest;
  return { ...rest, admin, refused: [declined, ...signInRefused, ...seats.refused, ...(await runRefusals())] };
}

export type Samples = Awaited<ReturnType<typeof runSamples>>;
