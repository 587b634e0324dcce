import { localDay, localTime } from '../format/times.ts';
import type { Letter } from './letter-sheet.tsx';
import type { OversaleRoom } from './oversale-store.ts';
import { money } from './oversale-words.ts';

/** A letter with when it was printed last; null before, and for letters that nobody counts. */
export interface KnownLetter extends Letter {
  /** The number of the volunteer or of the denial; null for the rights of a passenger who has no seat yet. */
  readonly id: number | null;
  readonly printedAt: number | null;
}

type LettersRoom = Pick<
  OversaleRoom,
  'flight' | 'origin' | 'destination' | 'originZone' | 'destinationZone' | 'departsAt' | 'arrivesAt' | 'volunteers' | 'denied' | 'without'
>;

/** Dates stand as numbers, because the letters are in two languages. All letters of a flight: agreements of volunteers, rights of those who were denied boarding, and of those who have no seat. */
export function lettersOf(room: LettersRoom): KnownLetter[] {
  const { origin, destination, originZone, destinationZone } = room;
  const flown = (flight: string, departsAt: number, arrivesAt: number): string =>
    `${flight}, ${localDay(departsAt, originZone)}, ${origin} ${localTime(departsAt, originZone)} ${destination} ${localTime(arrivesAt, destinationZone)}`;
  const flight = flown(room.flight, room.departsAt, room.arrivesAt);
  const voucherOf = ({ voucher, voucherUntil }: { voucher: string | null; voucherUntil: number | null }) => ({
    ...{ voucher: voucher ?? '', voucherUntil: voucherUntil === null ? '' : localDay(voucherUntil, originZone) },
  });
  const took = room.volunteers.filter(({ state }) => state === 'TOOK');
  return [
    ...took.map(
      (one): KnownLetter => ({
        ...{ kind: 'volunteer', key: `volunteer ${one.volunteerId}`, id: one.volunteerId, printedAt: one.printedAt },
        facts: {
          ...{ name: one.name, locator: one.locator, flight, way: flown(one.way.flight, one.way.departsAt, one.way.arrivesAt) },
          ...{ amount: one.amount > 0 ? money(one.amount, one.currency) : '', ...voucherOf(one), cashOn: '' },
        },
      }),
    ),
    ...room.denied.map(
      (one): KnownLetter => ({
        ...{ kind: 'denied', key: `denied ${one.denialId}`, id: one.denialId, printedAt: one.printedAt },
        facts: {
          ...{ name: one.name, locator: one.locator, flight },
          way: one.way ? flown(one.way.flight, one.way.departsAt, one.way.arrivesAt) : '',
          amount: one.owed !== null && one.owedCurrency !== null && one.owed > 0 ? money(one.owed, one.owedCurrency) : '',
          ...voucherOf(one),
          cashOn: one.paid?.kind === 'cash' ? localDay(one.paid.at, originZone) : '',
        },
      }),
    ),
    ...room.without.map(
      (one): KnownLetter => ({
        ...{ kind: 'rights', key: `rights ${one.bookingId} ${one.passenger}`, id: null, printedAt: null },
        facts: { name: one.name, locator: one.locator, flight, way: '', amount: '', voucher: '', voucherUntil: '', cashOn: '' },
      }),
    ),
  ];
}
