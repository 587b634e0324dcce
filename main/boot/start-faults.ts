import { existsSync } from 'node:fs';
import { folderFault } from '../backup/backup-folder.ts';
import { loadReference } from '../reference/load-reference.ts';
import type { StoreMode } from '../store/open-store.ts';
import { chooseMode, storeFile } from './choose-mode.ts';
import type { ConfigName } from './config-rows.ts';

interface StartAsked {
  readonly dataDir: string;
  readonly backupsDir: string;
  readonly mode: StoreMode | undefined;
  readonly home: string;
  /** How a setting was written; undefined: nobody gave it, or it cannot be used whatever it means. */
  readonly given: (name: ConfigName) => string | undefined;
}

/** Said before the store is opened where there is none yet, and of a store that knows other airports once it is open. */
export const homeUnknown = (said: string, home: string): string => `${said} must be an airport, and none is called ${home}.`;

/**
 * What a hub cannot use of settings that are written well, a sentence each. A store that is there may know more airports, so its home is looked up once it is
 * open. And it sells on without the folder of its backups, because a disk that is missing this morning must not close the counter: that is told to its consoles.
 */
export function startFaults({ dataDir, backupsDir, mode, home, given }: StartAsked): string[] {
  const isNew = !existsSync(storeFile(dataDir, chooseMode(dataDir, mode)));
  const faults: string[] = [];
  const folders = [
    ['AISLE_DATA', dataDir],
    ['AISLE_BACKUPS', backupsDir],
  ] as const;
  for (const [name, folder] of folders) {
    const said = given(name);
    const fault = said === undefined ? undefined : folderFault(folder);
    if (fault && (isNew || fault.isFile))
      faults.push(`${said} must be a folder that can be written, and ${folder} is none: ${fault.problem}.`);
  }
  const said = given('AISLE_HOME');
  if (said !== undefined && isNew && !loadReference().airport(home)) faults.push(homeUnknown(said, home));
  return faults;
}
