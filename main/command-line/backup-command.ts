import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Instant, instant } from '../../shared/instants.ts';
import { viewBackup } from '../backup/list-backups.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { chooseMode, storeFile } from '../boot/choose-mode.ts';
import { startBackup } from '../threads/start-backup.ts';
import { refusedWith, runStoreCommand, type StoreCommand, storeMissing } from './store-command.ts';

export interface BackupCommand extends StoreCommand {
  /** A folder, or a file that is not there yet; undefined: the folder of the console's own backups. */
  readonly to: string | undefined;
  readonly now: number;
}

/** Makes one verified backup, whether or not an Aisle has the store open. */
export function backupStore(command: BackupCommand): Promise<number> {
  const mode = chooseMode(command.dataDir, command.mode);
  const store = storeFile(command.dataDir, mode);
  return runStoreCommand(command, async (signal, progress) => {
    if (!existsSync(store)) return refusedWith(store, null, storeMissing(store));
    const { folder, name } = target(command);
    if (name && existsSync(join(folder, name))) return refusedWith(store, join(folder, name), there(join(folder, name)));
    const at: Instant = instant(command.now);
    const made = await makeBackup({
      store,
      mode,
      folder,
      kind: 'asked',
      at,
      gentle: true,
      run: startBackup,
      signal,
      progress,
      ...(name ? { name } : {}),
    });
    if (!made.ok) return refusedWith(store, null, made.refusal);
    const file = join(folder, made.value.file);
    const view = await viewBackup(folder, { file: made.value.file, mode, at, kind: 'asked' });
    const holds = view ? `: ${(view.bytes / 1_000_000).toFixed(1)} MB, ${view.bookings} bookings, journal up to ${view.newestEvent}` : '';
    return {
      ok: true,
      store,
      file,
      lines: [`Backed up ${store}`, `to ${file}${holds}.`, 'The copy was opened and checked.'],
      refusal: null,
    };
  });
}

const there = (file: string) => ({ code: 'FILE_EXISTS', message: `${file} is there already.`, next: 'Choose another name.' });

function target({ to, backupsDir }: BackupCommand): { folder: string; name?: string } {
  if (to === undefined) return { folder: backupsDir };
  if (statSync(to, { throwIfNoEntry: false })?.isDirectory() || !to.endsWith('.sqlite')) return { folder: to };
  return { folder: dirname(to), name: basename(to) };
}
