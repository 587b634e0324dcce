import { errorLocation } from '../hub/error-location.ts';
import type { Log } from '../hub/log.ts';

/**
 * For what nobody foresaw. The process ends as Node ends it, since nothing in it can be trusted any more and the store is safe
 * in its file; but the log then says where it was. A terminal that went away is no reason to end.
 */
export function keepLastWords(log: Log): void {
  process.on('uncaughtExceptionMonitor', (error) => log.error(errorLocation(error), 'Aisle ended by a fault of its own.'));
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
