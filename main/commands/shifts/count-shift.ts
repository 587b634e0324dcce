import type { Input, Output } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { cashOfShift, wholeReport } from '../../reports/shift-report.ts';
import { insertCount, lastCount } from '../../store/tables/shifts-table.ts';
import type { Command } from '../command.ts';
import { openShift } from './shift-problem.ts';

/**
 * Gives a count in, and keeps beside it what had to be there. A later count does not replace it: each is kept with its number. Every currency in
 * which cash lay, came or went must be counted.
 */
export const countShift: Command<Input<'shift.count'>, Output<'shift.count'>> = async (context, { shiftId, counts }) => {
  const { db, now, actor, nextEvent } = context;
  const shift = await openShift(context, shiftId, 'end');
  if (!shift.ok) return shift;
  const cash = await cashOfShift(db, shift.value);
  const uncounted = cash.filter(({ currency }) => !counts.some((count) => count.currency === currency));
  if (uncounted.length > 0) return refuse('SHIFT_COUNT_MISSING', { currencies: uncounted.map(({ currency }) => currency) });
  const counted = counts.map(({ currency, pieces, loose }) => ({
    ...{ currency, pieces: pieces.filter((one) => one.pieces > 0), loose },
    counted: pieces.reduce((sum, one) => sum + one.value * one.pieces, loose),
    expected: cash.find((one) => one.currency === currency)?.expected ?? 0,
  }));
  const number = ((await lastCount(db, shiftId))?.number ?? 0) + 1;
  await insertCount(db, shiftId, { number, event: nextEvent, at: now, user: actor.user, counted });
  context.emit('shift.counted', { shiftId, number, counted: counted.map((one) => ({ currency: one.currency, amount: one.counted })) });
  return accept(await wholeReport(context, shift.value));
};
