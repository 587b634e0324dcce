const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

/**
 * Where each transaction ends in a write-ahead log, in bytes from its beginning, by the layout that SQLite documents:
 * a frame belongs to the log's present round when it bears the header's salt, and ends a transaction when it says how many pages the file then has.
 */
export function commitEnds(wal: Buffer): number[] {
  const frameBytes = FRAME_HEADER_BYTES + wal.readUInt32BE(8);
  const salt = wal.subarray(16, 24);
  const ends: number[] = [];
  for (let at = HEADER_BYTES; at + frameBytes <= wal.length; at += frameBytes) {
    if (!wal.subarray(at + 8, at + 16).equals(salt)) break;
    if (wal.readUInt32BE(at + 4) > 0) ends.push(at + frameBytes);
  }
  return ends;
}
