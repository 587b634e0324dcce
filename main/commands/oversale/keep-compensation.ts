import { VOUCHER_DAYS_DEFAULT } from '../../../shared/bounds.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import type { CompensationKind } from '../../../shared/methods/compensation.ts';
import { compensationTold, insertCompensation } from '../../store/tables/compensations-table.ts';
import type { DenialRow } from '../../store/tables/denials-table.ts';
import type { VoucherRow } from '../../store/tables/vouchers-table.ts';
import type { CommandContext } from '../command.ts';
import { putVoucher } from '../issue-voucher.ts';

/** The voucher that a passenger who was denied boarding takes instead of money. */
export const voucherForDenied = (
  context: CommandContext,
  { amount, currency, flight }: { readonly amount: number; readonly currency: string; readonly flight: string },
): Promise<VoucherRow> =>
  putVoucher(context, {
    ...{ source: 'ISSUED', booking_id: null, reason: `boarding of ${flight} denied`, currency, issued: amount },
    valid_until: context.now + VOUCHER_DAYS_DEFAULT * DAY_MS,
  });

interface Paid {
  readonly kind: CompensationKind;
  readonly amount: number;
  readonly currency: string;
  readonly voucher: VoucherRow | undefined;
}

/** Writes down that it was paid, for the shift of the desk and for the journal. */
export async function keepCompensation(context: CommandContext, denial: DenialRow, { voucher, ...paid }: Paid): Promise<void> {
  const { db, now, actor, nextEvent, emit } = context;
  const by = { event: nextEvent, at: now, desk: actor.desk, user: actor.user };
  const row = { denial_id: denial.id, ...paid, voucher_id: voucher?.id ?? null, ...by };
  await insertCompensation(db, row);
  emit('compensation.paid', compensationTold(row));
}
