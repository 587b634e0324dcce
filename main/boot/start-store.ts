import { randomBytes, randomUUID } from 'node:crypto';
import { finishRestore } from '../backup/finish-restore.ts';
import { newestBackup } from '../backup/newest-backup.ts';
import type { Fault } from '../engine/messages.ts';
import { type Problem, StoreHub } from '../engine/store-hub.ts';
import type { WallClock } from '../hub/clock.ts';
import type { Log } from '../hub/log.ts';
import type { Troubles } from '../hub/troubles.ts';
import { StoreError } from '../store/database.ts';
import { faultMessage } from '../store/fault-text.ts';
import type { StoreMode } from '../store/open-store.ts';
import { storeError } from '../store/sqlite.ts';
import { startReaderPool } from '../threads/reader-pool.ts';
import { startReader } from '../threads/start-reader.ts';
import { startWriter } from '../threads/start-writer.ts';
import { bootError } from './boot-error.ts';
import { DamageWatch, restoreAdvice } from './damage-watch.ts';
import { lockFolder } from './lock-folder.ts';
import { logLossText } from './log-loss-text.ts';
import { setApartText } from './set-apart-text.ts';
import { hearHub } from './start-health.ts';

interface StartStoreOptions {
  readonly dataDir: string;
  readonly backupsDir: string;
  readonly file: string;
  readonly mode: StoreMode;
  readonly clock: WallClock;
  readonly log: Log;
  readonly troubles: Troubles;
  readonly migrating: (done: number, total: number) => void;
  /** The store is open, and its reader is started next. */
  readonly reading: () => void;
}

/**
 * Locks the store, opens and checks it on the writer thread, and starts its readers: from here on there is a hub. Throws BootError when any of it cannot be, with
 * nothing changed. What is wrong with the store later is told to every console.
 */
export async function startStore({ dataDir, backupsDir, file, mode, clock, log, troubles, migrating, reading }: StartStoreOptions) {
  const lock = await lockFolder(dataDir, file);
  const trouble = troubles.of('desk');
  /** A thread that has ended cannot be started again here. The consoles say so until Aisle is started again. */
  let threadEnded = false;
  const ended = (error: Error) => {
    threadEnded = true;
    trouble(`Aisle must be started again: ${faultMessage(error)}.`);
  };

  const newest = () => newestBackup(backupsDir, file, mode);
  const explained = async (error: unknown): Promise<unknown> => {
    if (!(error instanceof StoreError)) return error;
    return bootError(error.trouble, file, error, error.trouble === 'corrupt' ? restoreAdvice(await newest()) : '');
  };

  const fresh = { storeId: randomUUID(), locatorKey: randomBytes(4).readUInt32LE(), madeAt: clock.now() };
  const refused = async (error: unknown): Promise<never> => {
    lock.release();
    throw await explained(error);
  };
  // A planned restore is finished before anybody opens the store.
  const restore = await finishRestore(file, mode).catch((error: unknown) => refused(storeError(error)));
  const { writer, found, size, lost, missing } = await startWriter({ file, mode, fresh }, ended, migrating).catch(refused);
  reading();
  troubles.of('log')(logLossText(file, lost, missing));
  clock.opened(found.newestAt);
  const fault = ({ name, reference, problem, trouble: of }: Fault) => {
    const sentence = name === 'batch' ? 'The store could not keep what it was given.' : 'A request failed inside Aisle.';
    log.error({ what: name, reference, problem }, sentence);
    if (of === 'corrupt') damage.cameUpon(problem);
  };
  const reader = await startReaderPool((lane) => startReader({ file, lane, fault, ended }));
  const report = ({ what, ...rest }: Problem) => fault({ name: what, ...rest });
  const late = troubles.of('expiry');
  const expiryLate = (problem: string) => late(problem && `Holds that have ended are given back late: ${problem}.`);
  const apart = troubles.of('holds set apart');
  const setApart = (locators: readonly string[]) => apart(setApartText(locators));
  const heard = hearHub(log, found.newestEvent);
  const hub = new StoreHub({
    ...{ clock, writer, reader, found, report, setApart, trouble: expiryLate },
    heard: (batch) => heard.hearing.batch(batch),
  });
  const damage = new DamageWatch({ file, hub, log, trouble: troubles.of('damage', { backups: true }), newestBackup: newest });
  return {
    ...{ hub, heard, damage, found, size, restore },
    /** Whether a thread of the store has ended. */
    ended: () => threadEnded,
    /** Closes the store of a hub that cannot be started after all, and throws why. */
    async giveUp(error: unknown): Promise<never> {
      await hub.close();
      lock.release();
      throw await explained(error);
    },
    /** Closes the store of a hub that is done. What is to be made of it before another may open it comes last. */
    async close(before: () => Promise<void>): Promise<void> {
      await hub.close();
      await before();
      lock.release();
    },
  };
}
