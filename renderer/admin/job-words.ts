import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { JobKind, JobView } from '../../shared/methods/jobs.ts';
import { minor, moneyText } from '../../shared/money.ts';

export const JOB_KIND_WORDS: Readonly<Record<JobKind, string>> = { reversal: 'reversal', refund: 'refund' };

/** `268.85 USD`. */
export const sumText = ({ amount, currency }: JobView): string => `${moneyText(minor(amount), currency)} ${currency}`;

/** Names a card by the terminal's approval code, which is on the slip. */
export const cardText = ({ approvalCode }: JobView): string => (approvalCode ? `code ${approvalCode}` : 'never answered');

/** `2 d 4 h`, `3 h 12`, `12 min`, `now`. */
export function ageText(ms: number): string {
  if (ms < MINUTE_MS) return 'now';
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS) return `${Math.floor(ms / HOUR_MS)} h ${String(Math.floor((ms % HOUR_MS) / MINUTE_MS)).padStart(2, '0')}`;
  return `${Math.floor(ms / DAY_MS)} d ${Math.floor((ms % DAY_MS) / HOUR_MS)} h`;
}
