import { dateLabel, localDay, localTime, zuluTime } from './times.ts';

/** A moment in full, for where nobody may take it for another: `Sat 21 Nov 2026`, `14:08`, and `19:08` in UTC. */
export function fullMoment(at: number, zone: string): { readonly day: string; readonly time: string; readonly zulu: string } {
  const date = localDay(at, zone);
  return { day: `${dateLabel(date)} ${date.slice(0, 4)}`, time: localTime(at, zone), zulu: zuluTime(at) };
}
