import { join } from 'node:path';
import { WallClock } from '../hub/clock.ts';
import { openLog } from '../hub/log.ts';
import type { Config } from './config.ts';
import { keepLastWords } from './last-words.ts';

/** The log of a process that will own a store, and its clock. The log is told of the process's own end, and of each step of the computer's clock. */
export function startLog({ dataDir, log: bounds }: Pick<Config, 'dataDir' | 'log'>) {
  const log = openLog({ file: join(dataDir, 'aisle.log'), ...bounds });
  keepLastWords(log);
  const clock = new WallClock({ noticed: (byMs) => log.warn({ byMs }, `The computer's clock moved by ${Math.round(byMs / 1_000)} s.`) });
  return { log, clock };
}

export type StartedLog = ReturnType<typeof startLog>;
