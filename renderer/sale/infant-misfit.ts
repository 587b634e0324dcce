import { turnsTwoOn } from '../../shared/later-seat.ts';
import { dateLabel } from '../format/times.ts';
import { readBirthDate } from './birth-date.ts';
import type { Sale } from './sale.ts';

/** An infant whose birth date does not fit the seats that are held. */
export interface InfantMisfit {
  /** The place of the adult whose lap it is on, or its own place if it has a seat from a later flight on. */
  readonly index: number;
  /** From which segment on it needs a seat; null: it stays on the lap on all flights. */
  readonly segment: number | null;
  /** The flight of that segment. */
  readonly flight: string;
  readonly problem: string;
}

/**
 * The first infant of a held party that is 2 on a later flight and has no seat there, or has one before. The hub would refuse the payment, so the
 * agent is told when the birth date is typed. Who is 2 on the first flight already is no infant.
 */
export function infantMisfit(sale: Sale, today: string): InfantMisfit | undefined {
  if (sale.stage !== 'details' || !sale.booking) return undefined;
  const { legs } = sale.booking;
  for (const [index, { infant, infantBirthDate, birthDate, seatFrom }] of sale.party.entries()) {
    const born = infant || seatFrom ? readBirthDate(infant ? infantBirthDate : birthDate, today) : undefined;
    if (born === undefined) continue;
    const two = turnsTwoOn(born, legs);
    if (two?.segment === 1 || two?.segment === seatFrom?.segment) continue;
    const begins = legs.find(({ segment }) => segment === seatFrom?.segment);
    const early = begins && (!two || two.segment > begins.segment);
    return {
      index,
      segment: two?.segment ?? null,
      flight: two?.flight ?? '',
      problem: early
        ? `The infant is not yet 2 on ${begins.flight}, ${dateLabel(begins.date)}, where its seat begins.`
        : `The infant is 2 on ${two?.flight}, ${two ? dateLabel(two.date) : ''}, and needs a seat there.`,
    };
  }
  return undefined;
}
