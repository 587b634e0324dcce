import type { InfantMisfit } from './infant-misfit.ts';
import { passengerOf } from './passenger-of.ts';
import type { Passenger, Sale } from './sale.ts';

const isSeatedAt = ({ seatFrom }: Passenger, leg: number): boolean => (seatFrom?.segment ?? 1) <= leg + 1;

/** Puts a passenger into the party, without seats yet: after those who sit as early, before those who sit later only. */
export function withPassenger(sale: Sale, added: Passenger): Sale {
  const later = sale.party.findIndex(({ seatFrom }) => (seatFrom?.segment ?? 1) > (added.seatFrom?.segment ?? 1));
  const place = later < 0 ? sale.party.length : later;
  return {
    ...sale,
    party: sale.party.toSpliced(place, 0, added),
    legs: sale.legs.map((leg, at) => (isSeatedAt(added, at) ? { ...leg, seats: leg.seats.toSpliced(place, 0, null) } : leg)),
  };
}

/** Takes a passenger out of the party, with the seats, and with the infant that begins on this lap. */
export function withoutPassenger(sale: Sale, index: number): Sale {
  const gone = sale.party.map(({ seatFrom }, place) => place === index || seatFrom?.with === index);
  return {
    ...sale,
    party: sale.party.flatMap((passenger, place) => {
      if (gone[place]) return [];
      const { seatFrom } = passenger;
      return seatFrom && seatFrom.with > index ? [{ ...passenger, seatFrom: { ...seatFrom, with: seatFrom.with - 1 } }] : [passenger];
    }),
    legs: sale.legs.map((leg) => ({ ...leg, seats: leg.seats.filter((_, place) => !gone[place]) })),
  };
}

/** Gives an infant its seat from where its birth date says, or takes it back to the lap. What was typed of it stays. The seat is still to pick. */
export function seatInfant(sale: Sale, { index, segment }: InfantMisfit): Sale {
  const who = sale.party[index];
  if (!who) return sale;
  const typed = who.seatFrom
    ? { name: who.name, host: who.host, birthDate: who.birthDate }
    : { name: who.infantName, host: who.infantHost, birthDate: who.infantBirthDate };
  const carrier = who.seatFrom?.with ?? index;
  const onLap = segment === null;
  const without = who.seatFrom ? withoutPassenger(sale, index) : sale;
  const party = without.party.map((passenger, place) =>
    place === carrier
      ? {
          ...passenger,
          infant: onLap,
          infantName: onLap ? typed.name : '',
          infantHost: onLap ? typed.host : '',
          infantBirthDate: onLap ? typed.birthDate : '',
        }
      : passenger,
  );
  if (onLap) return { ...without, party };
  const seated = withPassenger({ ...without, party }, passengerOf('INS', { ...typed, seatFrom: { segment, with: carrier } }));
  return { ...seated, active: segment - 1 };
}
