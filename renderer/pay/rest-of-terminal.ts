import type { Refusal } from '../../shared/refusals.ts';
import { localTime } from '../format/times.ts';
import { asksTerminal } from '../sale/sale.ts';
import type { TenderReading } from './tenders.ts';

interface Home {
  readonly airport: string;
  readonly zone: string;
}

/** How long the card terminal still rests, as the refusal of a card told; 0 when it may be asked. */
export function restOfTerminal(refusal: Refusal | null, now: number): number {
  const { until } = refusal?.details ?? {};
  return refusal?.code === 'TERMINAL_RESTS' && typeof until === 'number' ? Math.max(0, until - now) : 0;
}

/** What Enter would take while the terminal rests: no card that asks it. An approval code from a slip and all other tenders pay. */
export function readDuringRest(read: TenderReading, restMs: number, now: number, home: Home | undefined): TenderReading {
  if (restMs === 0 || !read.ok || !asksTerminal(read.tender)) return read;
  const until = home ? `until ${localTime(now + restMs, home.zone)} ${home.airport}` : 'for a moment';
  return { ok: false, problem: `The terminal rests ${until}`, restMs };
}
