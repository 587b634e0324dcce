import { type Refusal, zuluText } from '../../shared/refusals.ts';
import { dateLabel, localDay, localTime } from '../format/times.ts';

interface Home {
  readonly airport: string;
  readonly zone: string;
}

/** A refusal names a moment in UTC. This shows it in the local time of this counter: `until 12:05:33 JFK`; of another day than `now` with that day. */
export function localRefusal(refusal: Refusal, home: Home | undefined, now: number): Refusal {
  const { until } = refusal.details;
  if (!home || typeof until !== 'number') return refusal;
  const zulu = zuluText(until);
  // Zones differ by whole minutes, so the seconds are the same everywhere.
  const time = `${localTime(until, home.zone)}:${zulu.slice(6, 8)} ${home.airport}`;
  const day = localDay(until, home.zone);
  const local = day === localDay(now, home.zone) ? time : `${time}, ${dateLabel(day)}`;
  return { ...refusal, message: refusal.message.replaceAll(zulu, local), next: refusal.next.replaceAll(zulu, local) };
}
