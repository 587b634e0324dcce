import type { Input, Output } from '../../../shared/contract.ts';
import { decimalsOf } from '../../../shared/currencies.ts';
import type { ShiftReport } from '../../../shared/methods/shifts.ts';
import { minor, moneyText } from '../../../shared/money.ts';
import { accept, type Refused, refuse } from '../../../shared/refusals.ts';
import { wholeReport } from '../../reports/shift-report.ts';
import { readSetting } from '../../store/tables/settings-table.ts';
import { insertClose, lastZ } from '../../store/tables/shifts-table.ts';
import type { Command, CommandContext } from '../command.ts';
import { openShift } from './shift-problem.ts';

/** Closes a shift that was counted. The Z has the next number of its desk, and tells the shift as it stands now for ever. */
export const closeShift: Command<Input<'shift.close'>, Output<'shift.close'>> = async (context, { shiftId, count, reason }) => {
  const { db, now, actor, nextEvent } = context;
  const shift = await openShift(context, shiftId, 'end');
  if (!shift.ok) return shift;
  const report = await wholeReport(context, shift.value);
  const { counted } = report;
  if (!counted || counted.number !== count) return refuse('SHIFT_NOT_COUNTED');
  if (counted.outdated) return refuse('SHIFT_COUNT_OUTDATED');
  const unexplained = reason === '' ? await differenceProblem(context, counted.currencies) : undefined;
  if (unexplained) return unexplained;
  const { desk } = shift.value;
  const z = (await lastZ(db, desk)) + 1;
  const closed: ShiftReport = { ...report, closed: { z, at: now, user: actor.user, desk: actor.desk, reason } };
  const by = { shift_id: shiftId, event: nextEvent, at: now, user: actor.user };
  await insertClose(db, { desk, z, ...by, report: JSON.stringify(closed) });
  const cash = counted.currencies.map((one) => ({ currency: one.currency, expected: one.expected, counted: one.counted }));
  context.emit('shift.closed', { shiftId, shiftDesk: desk, z, cash });
  return accept(closed);
};

async function differenceProblem(
  { db }: CommandContext,
  currencies: NonNullable<ShiftReport['counted']>['currencies'],
): Promise<Refused | undefined> {
  const units = await readSetting(db, 'shiftDifference');
  const mostOf = (currency: string) => minor(units * 10 ** decimalsOf(currency));
  const large = currencies.filter(({ currency, counted, expected }) => Math.abs(counted - expected) > mostOf(currency));
  const [first] = large;
  if (!first) return undefined;
  const differences = large.map(
    ({ currency, counted, expected }) =>
      `${moneyText(minor(Math.abs(counted - expected)), currency)} ${currency} ${counted < expected ? 'short' : 'over'}`,
  );
  return refuse('SHIFT_REASON_MISSING', {
    differences: differences.join(', '),
    most: `${moneyText(mostOf(first.currency), first.currency)} ${first.currency}`,
  });
}
