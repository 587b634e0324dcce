import { parentPort, workerData } from 'node:worker_threads';
import { giveWay, restBetween } from '../hub/low-priority.ts';
import { spareMemoryBetween } from '../hub/spare-memory.ts';
import { checkInPieces } from '../store/checks/check-store.ts';
import { openForReading } from '../store/open-store.ts';
import { storeError } from '../store/sqlite.ts';
import type { CheckOutcome } from './start-check.ts';

/** Checks a whole store once, while people use it, reports what it found, and ends. */
const { file } = workerData as { file: string };
const say = (outcome: CheckOutcome): void => parentPort?.postMessage(outcome);
try {
  giveWay();
  const { db } = await openForReading(file, 8);
  const [rest, spare] = [restBetween(), spareMemoryBetween()];
  const damage = await checkInPieces(db, () => {
    rest();
    spare();
  });
  await db.close();
  say(damage === undefined ? {} : { damage });
} catch (error) {
  const { trouble, message } = storeError(error);
  say(trouble === 'corrupt' ? { damage: message } : { brokeOff: message });
}
