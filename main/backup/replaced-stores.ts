import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REPLACED_KEPT_MAX, REPLACED_KEPT_MS } from '../../shared/bounds.ts';
import type { ReplacedStore } from '../../shared/methods/backups.ts';
import type { StoreMode } from '../store/open-store.ts';
import { timeInName, timeOfName } from './backup-names.ts';
import { SIDE_FILES } from './restore-plan.ts';

const NAME = /^(live|training)-replaced-(.+)\.sqlite$/;

/** The name, beside the store, of a store that a restore replaced at a time. */
export const replacedName = (mode: StoreMode, at: number): string => `${mode}-replaced-${timeInName(at)}.sqlite`;

/** The stores that restores have replaced, newest first. `bytes`: with the log of each. A folder that cannot be read holds none. */
export function replacedStores(store: string, mode: StoreMode): ReplacedStore[] {
  const folder = dirname(store);
  const found: ReplacedStore[] = [];
  for (const file of namesIn(folder)) {
    const [, of, time = ''] = NAME.exec(file) ?? [];
    const at = timeOfName(time);
    if (of !== mode || at === undefined) continue;
    const sizes = ['', ...SIDE_FILES].map((suffix) => statSync(join(folder, file + suffix), { throwIfNoEntry: false })?.size ?? 0);
    found.push({ file, at, bytes: sizes.reduce((sum, size) => sum + size, 0) });
  }
  return found.sort((a, b) => b.at - a.at);
}

/**
 * Removes what the rule does not keep: the newest always stays, and of the others the newest, REPLACED_KEPT_MAX in all, until they are
 * REPLACED_KEPT_MS old. Called only when a verified backup of the store was just made, or when somebody asks. Returns what was removed.
 */
export function clearReplaced(store: string, mode: StoreMode, now: number): ReplacedStore[] {
  const removed: ReplacedStore[] = [];
  for (const [place, one] of replacedStores(store, mode).entries()) {
    if (place === 0 || (place < REPLACED_KEPT_MAX && now - one.at < REPLACED_KEPT_MS)) continue;
    for (const suffix of ['', ...SIDE_FILES]) rmSync(join(dirname(store), one.file + suffix), { force: true });
    removed.push(one);
  }
  return removed;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
