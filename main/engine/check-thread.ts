import { parentPort, workerData } from 'node:worker_threads';
import { checkWholeFile } from '../store/check-store.ts';
import { openForReading } from '../store/open-store.ts';
import { storeError } from '../store/sqlite.ts';

/** Reads a whole store through once, beside those who use it, says what it found, and ends. */
const { file } = workerData as { file: string };
try {
  const { db } = await openForReading(file, 8);
  const problems = checkWholeFile(db);
  await db.close();
  parentPort?.postMessage(problems);
} catch (error) {
  parentPort?.postMessage([storeError(error).message]);
}
