import type { VoucherView } from '../../shared/methods/vouchers.ts';
import type { Locators } from '../store/locators.ts';
import type { VoucherRow } from '../store/tables/vouchers-table.ts';

export const voucherView = (row: VoucherRow, locators: Locators): VoucherView => ({
  number: row.number,
  currency: row.currency,
  issued: row.issued,
  balance: row.balance,
  issuedAt: row.issued_at,
  validUntil: row.valid_until,
  reason: row.reason,
  locator: row.booking_id === null ? null : locators.of(row.booking_id),
});
