import type { PayBy } from '../../shared/pay-by.ts';
import { agentDate, localDay, localTime } from './times.ts';

/** `28NOV 18:00 JFK`: a time limit may be days away, so it always says its day and whose clock it means. */
export const payByText = ({ at }: Pick<PayBy, 'at'>, zone: string, place: string): string =>
  `${agentDate(localDay(at, zone))} ${localTime(at, zone)} ${place}`;

/** What becomes of the hold at its limit. */
export const AT_LIMIT_WORDS: Readonly<Record<PayBy['atLimit'], string>> = {
  cancel: 'then cancelled',
  queue: 'then an agent decides',
};
