import { agentDate, localDay, localTime } from './times.ts';

/** `18:30` on the day of `today`, else `24NOV 06:00`: a moment on the clocks of a zone, as it is typed. */
export function agentMoment(at: number, zone: string, today: string): string {
  const day = localDay(at, zone);
  return day === today ? localTime(at, zone) : `${agentDate(day)} ${localTime(at, zone)}`;
}
