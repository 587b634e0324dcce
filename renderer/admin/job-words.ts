import { MINUTE_MS } from '../../shared/instants.ts';
import type { JobKind, JobView } from '../../shared/methods/jobs.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { howLong } from '../format/how-long.ts';

export const JOB_KIND_WORDS: Readonly<Record<JobKind, string>> = { reversal: 'reversal', refund: 'refund' };

/** `268.85 USD`. */
export const sumText = ({ amount, currency }: JobView): string => `${moneyText(minor(amount), currency)} ${currency}`;

/** Names a card by the terminal's approval code, which is on the slip. */
export const cardText = ({ approvalCode }: JobView): string => (approvalCode ? `code ${approvalCode}` : 'never answered');

/** `2 d 4 h`, `3 h 12`, `12 min`, `now`. */
export const ageText = (ms: number): string => (ms < MINUTE_MS ? 'now' : howLong(ms));
