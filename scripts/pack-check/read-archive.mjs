import { closeSync, openSync, readSync } from 'node:fs';

/** @typedef {{ files?: Record<string, Entry>, unpacked?: boolean, size?: number }} Entry */

/**
 * What an asar archive lists.
 * @param {string} file
 * @returns {{ path: string, unpacked: boolean, size: number }[]}
 */
export function readArchive(file) {
  const descriptor = openSync(file, 'r');
  const head = Buffer.alloc(16);
  readSync(descriptor, head, 0, 16, 0);
  const json = Buffer.alloc(head.readUInt32LE(12));
  readSync(descriptor, json, 0, json.length, 16);
  closeSync(descriptor);
  return entriesOf(JSON.parse(json.toString()), '');
}

/** @param {Entry} folder @param {string} place @returns {{ path: string, unpacked: boolean, size: number }[]} */
function entriesOf(folder, place) {
  return Object.entries(folder.files ?? {}).flatMap(([name, entry]) =>
    entry.files ? entriesOf(entry, `${place}${name}/`) : [{ path: place + name, unpacked: entry.unpacked === true, size: entry.size ?? 0 }],
  );
}
