import { type Instant, instant } from '../../../shared/instants.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { minor, percentOf } from '../../../shared/money.ts';
import { refundRule } from '../../../shared/refund-rules.ts';
import { flightById } from '../../store/tables/flights-table.ts';
import { readSetting } from '../../store/tables/settings-table.ts';
import type { CommandContext } from '../command.ts';

/** When the first of these legs leaves by the schedule of now. It may have been moved since it was sold. */
export async function firstDeparture({ db }: Pick<CommandContext, 'db'>, legs: readonly BookedLeg[]): Promise<Instant> {
  const departures: number[] = [];
  for (const leg of legs) departures.push((await flightById(db, leg.flightId))?.departs_at ?? leg.departsAt);
  return instant(Math.min(...departures));
}

/** What goes back, in minor units, of a price that is not needed any more, and by which rule. `legs`: those whose first departure counts. */
export async function refundTerms(
  { db, now }: Pick<CommandContext, 'db' | 'now'>,
  legs: readonly BookedLeg[],
): Promise<{ readonly percent: number; readonly rule: string; readonly departsAt: Instant; back(price: number): number }> {
  const departsAt = await firstDeparture({ db }, legs);
  const { percent, rule } = refundRule(await readSetting(db, 'refundTiers'), departsAt, now);
  return { percent, rule, departsAt, back: (price) => percentOf(minor(price), percent) };
}
