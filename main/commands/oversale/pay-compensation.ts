import type { Input, Output } from '../../../shared/contract.ts';
import { minor, moneyText } from '../../../shared/money.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { compensationOf } from '../../store/tables/compensations-table.ts';
import { denialById } from '../../store/tables/denials-table.ts';
import { flightName } from '../../store/tables/flights-table.ts';
import type { Command } from '../command.ts';
import { keepCompensation, voucherForDenied } from './keep-compensation.ts';

/** Pays what is owed to a passenger who was denied boarding, in cash or as a voucher. It is paid once, whoever asks again. */
export const payCompensation: Command<Input<'oversale.pay'>, Output<'oversale.pay'>> = async (context, { denialId, kind }) => {
  const { db, cache } = context;
  const denial = await denialById(db, denialId);
  if (!denial) return refuse('DENIAL_UNKNOWN', { denialId });
  const flight = await cache.flight(denial.flight_id);
  const name = flight ? flightName(flight) : '';
  const { owed, owed_currency: currency } = denial;
  if (owed === null || currency === null || owed === 0) return refuse('DENIAL_NOT_OWED', { denialId, flight: name });
  const paid = await compensationOf(db, denialId);
  if (paid || denial.voucher_id !== null) {
    const details = { denialId, kind: paid?.kind ?? 'voucher', amount: moneyText(minor(owed), currency), currency };
    return refuse('DENIAL_PAID', { ...details, desk: paid?.desk ?? '', at: paid?.at ?? denial.denied_at });
  }
  const voucher = kind === 'voucher' ? await voucherForDenied(context, { amount: owed, currency, flight: name }) : undefined;
  await keepCompensation(context, denial, { kind, amount: owed, currency, voucher });
  return accept({ denialId, kind, amount: owed, currency, voucher: voucher?.number ?? null });
};
