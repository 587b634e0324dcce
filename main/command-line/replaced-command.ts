import { dirname, join } from 'node:path';
import type { ReplacedStore } from '../../shared/methods/backups.ts';
import { clearReplaced, replacedStores } from '../backup/replaced-stores.ts';
import { chooseMode, storeFile } from '../boot/choose-mode.ts';
import { runStoreCommand, type StoreCommand } from './store-command.ts';

export interface ReplacedCommand extends StoreCommand {
  /** Also removes those that the rule of the console does not keep. */
  readonly clear: boolean;
  readonly now: number;
}

const sizeOf = (stores: readonly ReplacedStore[]): string =>
  `${(stores.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000_000).toFixed(1)} MB`;

/** Lists the stores that restores have replaced; with `clear` removes the old ones first. Aisle may be running. */
export function listReplaced(command: ReplacedCommand): Promise<number> {
  return runStoreCommand(command, async () => {
    const mode = chooseMode(command.dataDir, command.mode);
    const store = storeFile(command.dataDir, mode);
    const removed = command.clear ? clearReplaced(store, mode, command.now) : [];
    const kept = replacedStores(store, mode);
    const lines = [
      ...(command.clear ? [`Removed ${removed.length}, ${sizeOf(removed)}.`] : []),
      kept.length === 0 ? `None is kept beside ${store}.` : `Kept ${kept.length}, ${sizeOf(kept)}, beside ${store}:`,
      ...kept.map(
        (one) =>
          `  ${new Date(one.at).toISOString().slice(0, 16).replace('T', ' ')} UTC  ${sizeOf([one]).padStart(10)}  ${join(dirname(store), one.file)}`,
      ),
    ];
    return { ok: true, store, file: null, lines, refusal: null };
  });
}
