import type { ReplyOf } from '../../shared/contract.ts';
import type { Tender } from '../../shared/methods/tenders.ts';
import type { RefusalCode, Refused, Reply } from '../../shared/refusals.ts';
import type { ConfirmBooking } from '../commands/confirm-booking.ts';

export type PaidReply = ReplyOf<'bookings.confirm'>;

/** What stays for another tender: until when the seats, and how much of the price in minor units. */
export interface Stays {
  readonly until: number;
  readonly taken: number;
}

/** What is paid, in the steps that a card needs. Each is one command. */
export interface Paying {
  begin(
    charges: readonly { readonly reference: string; readonly amount: number }[],
    terminal: boolean,
  ): Promise<Reply<{ readonly currency: string }>>;
  /** Before each further card. */
  renew(place: number): Promise<Refused | undefined>;
  finish(approved: ConfirmBooking['approved']): Promise<PaidReply>;
  /** What the caller is told when a card was not charged. `stays`: what stays for another tender. */
  failed(code: RefusalCode, reason: string, charged: string, stays: (Stays & { readonly currency: string }) | undefined): Refused;
}

/** What a refusal says of the cards that were charged before the one that failed. */
export const SOME_CHARGED = 'What was charged is being reversed';

/** Whether the desk's own terminal is to be asked for a tender. */
export const needsTerminal = (tender: Tender): tender is Extract<Tender, { kind: 'card' }> =>
  tender.kind === 'card' && tender.approvalCode === null && tender.charge === undefined;
