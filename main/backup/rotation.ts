import { DAY_MS, HOUR_MS } from '../../shared/instants.ts';
import type { BackupKind, BackupSettings } from '../../shared/methods/backups.ts';

/** Those that somebody asked for, say before an import, are kept beside the others, so that the next hour does not take them away. */
export const ASKED_KEPT = 10;

interface Dated {
  readonly file: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly kind: BackupKind;
}

/** The newest of each of the last `most` slots that have any. Slots are hours and days of UTC, which no zone and no summer time moves. */
function newestOfEach(newestFirst: readonly Dated[], slotMs: number, most: number): Dated[] {
  const bySlot = new Map<number, Dated>();
  for (const one of newestFirst) {
    const slot = Math.floor(one.at / slotMs);
    if (!bySlot.has(slot)) bySlot.set(slot, one);
  }
  return [...bySlot.values()].slice(0, most);
}

/**
 * Which backups stay: of each of the last hours and days that have one the newest, and the last few that were asked for. Hours without a
 * backup do not count, so a hub that was switched off for a year loses nothing. What bears a time after `now` was made under a wrong
 * clock: it is counted by itself, so that it can not push out what is made from here on.
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
