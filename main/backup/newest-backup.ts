import { dirname, join } from 'node:path';
import type { StoreMode } from '../store/open-store.ts';
import { backupNames, viewBackup } from './list-backups.ts';

export interface NewestBackup {
  /** Its whole path. */
  readonly file: string;
  /** Says which backup there is, for a person whose store does not open. */
  readonly sentence: string;
  /** What to type to put it back. */
  readonly command: string;
}

const quoted = (text: string): string => (/^[\w./:\\-]+$/.test(text) ? text : `"${text}"`);

/** The newest backup of a store that still opens, or undefined when there is none. Never throws, because it is called when everything else has failed. */
export async function newestBackup(folder: string, store: string, mode: StoreMode): Promise<NewestBackup | undefined> {
  try {
    for (const name of backupNames(folder, mode)) {
      const view = await viewBackup(folder, name);
      if (!view) continue;
      const file = join(folder, name.file);
      const when = new Date(name.at).toISOString().slice(0, 16).replace('T', ' ');
      return {
        file,
        sentence: `The newest backup that was verified is of ${when} UTC and holds ${view.bookings} bookings.`,
        command: `npm run aisle -- restore ${quoted(file)} --data ${quoted(dirname(store))}`,
      };
    }
  } catch {
    // The folder cannot be read, so no backup can be offered.
  }
  return undefined;
}
