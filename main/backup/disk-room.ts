import { statfsSync, statSync } from 'node:fs';
import { refuse } from '../../shared/refusals.ts';

/** Bytes that must stay free: on a disk that a backup had filled, the next sale could not be stored. */
const ROOM_LEFT_BYTES = 64 * 1_048_576;
const MEGABYTE = 1_000_000;

export const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Bytes of a store and of the log beside it: the most that its copy can need. */
export const storeBytes = (store: string): number =>
  statSync(store).size + (statSync(`${store}-wal`, { throwIfNoEntry: false })?.size ?? 0);

export const noRoom = (folder: string, bytes: number) =>
  refuse('BACKUP_NO_ROOM', {
    folder,
    needed: Math.ceil((bytes + ROOM_LEFT_BYTES) / MEGABYTE),
    free: Math.floor(freeBytes(folder) / MEGABYTE),
  });

/** The refusal of a copy that would not fit, before it begins. */
export const roomProblem = (folder: string, bytes: number) =>
  freeBytes(folder) < bytes + ROOM_LEFT_BYTES ? noRoom(folder, bytes) : undefined;
