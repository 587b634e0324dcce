import { errorLocation } from '../hub/error-location.ts';
import type { Log } from '../hub/log.ts';

/**
 * Logs an error that nobody caught, and where it was thrown. Then the process ends as Node ends it: nothing in it can be trusted any more,
 * and the store is safe in its file. A terminal that went away is no reason to end.
 */
export function keepLastWords(log: Log): void {
  process.on('uncaughtExceptionMonitor', (error) => log.error(errorLocation(error), 'Aisle ended by a fault of its own.'));
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
