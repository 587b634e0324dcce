import type { Input } from '../../shared/contract.ts';
import { nameText } from '../../shared/host-name.ts';
import { minor } from '../../shared/money.ts';
import { ageOn } from '../../shared/passengers.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import { nameProblem } from '../rules/check-names.ts';
import { tenderProblem } from '../rules/check-tenders.ts';
import { exitRowProblem } from '../rules/exit-row.ts';
import { type BookingRow, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import type { CommandContext } from './command.ts';
import { slipProblem } from './slip-problem.ts';
import { voucherProblem } from './voucher-problem.ts';

export type SaleInput = Omit<Input<'bookings.confirm'>, 'requestId'>;

/** Why a sale is refused, apart from the state of its hold: names, ages, exit rows, contact, tenders, in this order. */
export async function saleProblem(context: CommandContext, row: BookingRow, sale: SaleInput): Promise<Refused | undefined> {
  const party = partyOf(row);
  const names = nameProblem(party, legsOf(row), sale.passengers);
  if (names) return names;
  const exitRow = await exitRowRefusal(context, row, sale);
  if (exitRow) return exitRow;
  if (sale.contact.phone === '' && sale.contact.email === '') return refuse('CONTACT_MISSING');
  const tenders = tenderProblem(minor(row.total), row.currency, sale.tenders);
  if (tenders) return tenders;
  const vouchers = await voucherProblem(context, row.currency, sale.tenders);
  if (vouchers || sale.slipsCompared) return vouchers;
  return slipProblem(context, row, sale.tenders);
}

/** Once birth dates are known, an adult of 12 to 14 years is too young for an exit row. */
async function exitRowRefusal({ cache, reference }: CommandContext, row: BookingRow, sale: SaleInput): Promise<Refused | undefined> {
  if (sale.passengers.every(({ birthDate }) => birthDate === null)) return undefined;
  for (const leg of legsOf(row)) {
    const flight = await cache.flight(leg.flightId);
    const plan = flight && reference.seatPlan(flight.seat_map);
    for (const [place, seat] of leg.seats.entries()) {
      const passenger = sale.passengers[place];
      if (!passenger?.birthDate || !plan?.byName.get(seat)?.exit) continue;
      const age = ageOn(passenger.birthDate, leg.date);
      const problem = exitRowProblem({ type: passenger.type === 'INF' ? 'INS' : passenger.type, infant: false, assistance: false, age });
      const name = nameText(passenger);
      if (problem) return refuse('EXIT_ROW_TOO_YOUNG', { seat, flight: leg.flight, name });
    }
  }
  return undefined;
}
