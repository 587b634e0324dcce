import { type Instant, instant, isDue, MINUTE_MS } from './instants.ts';

/** open, closing: it is sold. closed: only a supervisor sells it, with a reason. departed, cancelled: nobody sells it. */
export type SalesState = 'open' | 'closing' | 'closed' | 'departed' | 'cancelled';

/** How long before the close a flight is said to be closing. */
export const CLOSING_MS = 30 * MINUTE_MS;

/** Why a supervisor sells a flight after its close. A list, not a text: the journal keeps the reason, and must not hold passenger data. */
export const AFTER_CLOSE_REASONS = {
  gate: 'the gate accepts the passenger',
  late: 'the flight leaves late',
  missed: 'the passenger missed a connection',
  staff: 'staff on duty',
} as const;
export type AfterCloseReason = keyof typeof AFTER_CLOSE_REASONS;

/** Minutes before departure, for all flights and by exception: `VN SGN`, `VN` or `SGN`. */
export interface CloseRules {
  readonly minutes: number;
  readonly exceptions: ReadonlyMap<string, number>;
}

/** Minutes before departure that may be set. */
export const CLOSE_MINUTES_MAX = 1_440;

const LINE = /^(?:([A-Z0-9]{2})\s+)?(?:([A-Z]{3})\s+)?(\d{1,4})$/;

/** Reads exceptions, one a line: `VN SGN 60`, `VN 45` or `SGN 40`. The first line that is not understood is named. */
export function readCloseExceptions(text: string): ReadonlyMap<string, number> | { readonly problem: string } {
  const exceptions = new Map<string, number>();
  for (const line of text.toUpperCase().split('\n')) {
    if (line.trim() === '') continue;
    const [, carrier, station, digits] = LINE.exec(line.trim()) ?? [];
    const key = [carrier, station].filter(Boolean).join(' ');
    const minutes = Number(digits);
    if (key === '' || !(minutes <= CLOSE_MINUTES_MAX))
      return { problem: `\u201c${line.trim()}\u201d is not understood; write VN SGN 60, VN 45 or SGN 40, at most ${CLOSE_MINUTES_MAX}` };
    if (exceptions.has(key)) return { problem: `${key} stands there twice` };
    exceptions.set(key, minutes);
  }
  return exceptions;
}

/** The rules that were made last: each hold and each row of a board asks for the same ones. */
let made: { readonly minutes: number; readonly text: string; readonly rules: CloseRules } | undefined;

/** The rules of the two settings `closeMinutes` and `closeExceptions`. */
export function closeRules(minutes: number, text: string): CloseRules {
  if (made?.minutes === minutes && made.text === text) return made.rules;
  const read = readCloseExceptions(text);
  const rules = { minutes, exceptions: 'problem' in read ? new Map<string, number>() : read };
  made = { minutes, text, rules };
  return rules;
}

/** Minutes before departure: what is set for the carrier at this station, else for the carrier, else for the station, else for all. */
export const closeMinutes = ({ minutes, exceptions }: CloseRules, carrier: string, station: string): number =>
  exceptions.size === 0
    ? minutes
    : (exceptions.get(`${carrier} ${station}`) ?? exceptions.get(carrier) ?? exceptions.get(station) ?? minutes);

/** From this instant on a flight is not sold any more. */
export const closesAt = (rules: CloseRules, carrier: string, station: string, departsAt: number): Instant =>
  instant(departsAt - closeMinutes(rules, carrier, station) * MINUTE_MS);

/** The state of sales of a flight that closes at `closes`. */
export function salesState(closes: Instant, departsAt: number, cancelled: boolean, now: Instant): SalesState {
  if (cancelled) return 'cancelled';
  if (isDue(instant(departsAt), now)) return 'departed';
  if (isDue(closes, now)) return 'closed';
  return isDue(instant(closes - CLOSING_MS), now) ? 'closing' : 'open';
}
