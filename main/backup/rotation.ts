import { DAY_MS, HOUR_MS } from '../../shared/instants.ts';
import type { BackupKind, BackupSettings } from '../../shared/methods/backups.ts';

/** How many backups that somebody asked for are kept, say before an import. They are counted apart, so that hourly backups do not push them out. */
export const ASKED_KEPT = 10;

interface Dated {
  readonly file: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly kind: BackupKind;
}

/** The newest backup of each of the last `most` slots that have one. Slots are hours and days in UTC, so no zone and no summer time moves them. */
function newestOfEach(newestFirst: readonly Dated[], slotMs: number, most: number): Dated[] {
  const bySlot = new Map<number, Dated>();
  for (const one of newestFirst) {
    const slot = Math.floor(one.at / slotMs);
    if (!bySlot.has(slot)) bySlot.set(slot, one);
  }
  return [...bySlot.values()].slice(0, most);
}

/**
 * Which backups stay: the newest of each of the last hours and days that have one, and the last few that somebody asked for. Hours without
 * a backup do not count, so a hub that was switched off for a year loses nothing. A backup with a time after `now` was made under a wrong
 * clock. Such backups are counted apart, so that they cannot push out the good ones.
 */
export function whichStay(
  backups: readonly Dated[],
  { hourlyKept, dailyKept }: Pick<BackupSettings, 'hourlyKept' | 'dailyKept'>,
  now: number,
): ReadonlySet<string> {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at || (a.file < b.file ? 1 : -1));
  const stay = new Set<string>();
  for (const some of [newestFirst.filter(({ at }) => at <= now), newestFirst.filter(({ at }) => at > now)]) {
    const kept = [
      ...newestOfEach(some, HOUR_MS, hourlyKept),
      ...newestOfEach(some, DAY_MS, dailyKept),
      ...some.filter(({ kind }) => kind === 'asked').slice(0, ASKED_KEPT),
    ];
    for (const { file } of kept) stay.add(file);
  }
  return stay;
}
