import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Database } from '../database.ts';
import { SqliteDatabase } from '../sqlite.ts';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** The damaged frame, and the frame after it, whose checksum continues from it. */
const UNREADABLE_MAX = 2;
/** A power cut may tear the transaction that was being written, and no other: each is on the disk before the next begins. */
const TORN_MAX = 1;

/**
 * Counts the transactions behind an unreadable place in the write-ahead log. Must be called before the first change.
 *
 * The problem: SQLite ends the log at an unreadable place, without an error. That is right after a power cut. But a power cut tears one
 * transaction at most. Two whole transactions behind the place mean that the log was damaged, and that acknowledged transactions are
 * lost. Then the hub says so and keeps the log. Layout and checksums are those of SQLite's file format, "The Write-Ahead Log".
 */
export function transactionsBehindDamage(db: Database, file: string): number {
  if (!(db instanceof SqliteDatabase)) return 0;
  const [{ log: known }] = db.pragma('wal_checkpoint(NOOP)') as [{ log: number }];
  const size = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (known < 0 || size < HEADER_BYTES) return 0;
  const log = openSync(`${file}-wal`, 'r');
  try {
    const header = readAt(log, 0, HEADER_BYTES);
    const bigEndian = (header.readUInt32BE(0) & 1) === 1;
    const frameBytes = FRAME_HEADER_BYTES + header.readUInt32BE(8);
    const frame = (place: number) => readAt(log, HEADER_BYTES + place * frameBytes, frameBytes);
    let sum = known === 0 ? sumAt(header, 24) : sumAt(frame(known - 1), 16);
    let whole = 0;
    let unreadable = 0;
    for (let place = known; HEADER_BYTES + (place + 1) * frameBytes <= size && unreadable <= UNREADABLE_MAX; place++) {
      const bytes = frame(place);
      const sameRound = bytes.subarray(8, 16).equals(header.subarray(16, 24));
      const right = sameRound && added(added(sum, bytes.subarray(0, 8), bigEndian), bytes.subarray(FRAME_HEADER_BYTES), bigEndian);
      sum = sumAt(bytes, 16);
      if (!right || right[0] !== sum[0] || right[1] !== sum[1]) unreadable++;
      // Only the frame that ends a transaction says how many pages the store has.
      else if (bytes.readUInt32BE(4) > 0) whole++;
    }
    return whole > TORN_MAX ? whole : 0;
  } finally {
    closeSync(log);
  }
}

type Sum = readonly [number, number];
const sumAt = (bytes: Buffer, at: number): Sum => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];

function added([first, second]: Sum, bytes: Buffer, bigEndian: boolean): Sum {
  let [a, b] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}

function readAt(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, from);
  return bytes;
}
