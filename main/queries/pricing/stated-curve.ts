import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';
import type { StatedCurve } from '../../pricing/revenue/cabin-outlook.ts';
import { offsetAt } from '../../reference/zone-time.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { readTrainingDay } from '../../store/tables/training-day.ts';
import { shareSold } from '../../training/booking-curve.ts';
import { statedUsual } from '../../training/stated-usual.ts';

/** The published booking curve of booking-curve.ts. It tells when people book, not how many: nobody states what is usual on a flight of a live store. */
const PUBLISHED: StatedCurve = { sold: shareSold, usual: () => undefined };

/** The curve that counts where past flights are too few: on a sold training day its demand model, by local hour of departure. */
export async function statedCurves(db: ReadDatabase): Promise<(zone: string, departsAt: number) => StatedCurve> {
  if ((await readTrainingDay(db)) === undefined) return () => PUBLISHED;
  const byHour = new Map<number, StatedCurve>();
  return (zone, departsAt) => {
    const hour = Math.floor(((departsAt + offsetAt(zone, departsAt)) % DAY_MS) / HOUR_MS);
    const curve = byHour.get(hour) ?? statedUsual(hour);
    byHour.set(hour, curve);
    return curve;
  };
}
