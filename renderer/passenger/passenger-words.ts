import type { PassengerChange, PassengerView } from '../../shared/methods/passenger.ts';
import type { TenderKind } from '../../shared/tender-kinds.ts';

type Language = PassengerView['language'];

export interface PassengerWords {
  /** For dates and times. */
  readonly locale: string;
  readonly passengers: string;
  readonly infant: string;
  readonly seat: string;
  readonly noSeat: string;
  readonly spell: string;
  readonly perAdult: string;
  readonly total: string;
  readonly due: string;
  readonly change: string;
  readonly paid: string;
  readonly locator: string;
  readonly tender: Readonly<Record<TenderKind, string>>;
  readonly cabin: Readonly<Record<'F' | 'J' | 'W' | 'Y', string>>;
  readonly plan: string;
  /** Above what becomes of a booking, and once it is so. */
  readonly about: Readonly<Record<PassengerChange['kind'], string>>;
  readonly done: Readonly<Record<PassengerChange['kind'], string>>;
  readonly and: string;
  readonly flights: string;
  readonly instead: string;
  readonly notFlown: string;
  readonly ways: string;
  readonly becomes: Readonly<Record<'joins' | 'leaves' | 'apart', string>>;
  readonly lines: Readonly<Record<'price' | 'paid' | 'kept', string>>;
  readonly goesBack: string;
  readonly back: Readonly<Record<TenderKind, string>>;
  readonly nothing: string;
}

/** All that the page says about a sale, in the languages of messages to passengers. */
export const PASSENGER_WORDS: Readonly<Record<Language, PassengerWords>> = {
  en: {
    locale: 'en-GB',
    passengers: 'Passengers',
    infant: 'infant',
    seat: 'Seat',
    noSeat: 'No seat yet',
    spell: 'Please check the spelling',
    perAdult: 'One adult',
    total: 'Total',
    due: 'To pay',
    change: 'Your change',
    paid: 'Paid. Thank you.',
    locator: 'Booking',
    tender: { cash: 'Cash', card: 'Card', voucher: 'Voucher', wallet: 'Wallet', account: 'Account' },
    cabin: { F: 'First', J: 'Business', W: 'Premium economy', Y: 'Economy' },
    plan: 'Your seats in the cabin',
    about: { change: 'Change of your booking', ways: 'Other flights for you', split: 'Two bookings out of one', cancel: 'Cancellation' },
    done: {
      change: 'Your booking is changed.',
      ways: 'Your booking is changed.',
      split: 'You have two bookings now.',
      cancel: 'Your booking is cancelled.',
    },
    and: 'and',
    flights: 'Flights',
    instead: 'Instead of',
    notFlown: 'Not flown',
    ways: 'Which do you take?',
    becomes: { joins: 'comes too', leaves: 'does not travel', apart: 'in the other booking' },
    lines: { price: 'New price', paid: 'Paid before', kept: 'Fee' },
    goesBack: 'You get back',
    back: {
      cash: 'Back in cash',
      card: 'Back to your card',
      voucher: 'Back as a voucher',
      wallet: 'Back to your wallet',
      account: 'Back to the account',
    },
    nothing: 'Nothing to pay',
  },
  es: {
    locale: 'es-ES',
    passengers: 'Pasajeros',
    infant: 'bebé',
    seat: 'Asiento',
    noSeat: 'Aún sin asiento',
    spell: 'Compruebe cómo está escrito',
    perAdult: 'Un adulto',
    total: 'Total',
    due: 'A pagar',
    change: 'Su cambio',
    paid: 'Pagado. Gracias.',
    locator: 'Reserva',
    tender: { cash: 'Efectivo', card: 'Tarjeta', voucher: 'Vale', wallet: 'Monedero', account: 'Cuenta' },
    cabin: { F: 'Primera', J: 'Business', W: 'Turista premium', Y: 'Turista' },
    plan: 'Sus asientos en la cabina',
    about: { change: 'Cambio de su reserva', ways: 'Otros vuelos para usted', split: 'Dos reservas de una', cancel: 'Cancelación' },
    done: {
      change: 'Su reserva está cambiada.',
      ways: 'Su reserva está cambiada.',
      split: 'Ahora tiene dos reservas.',
      cancel: 'Su reserva está cancelada.',
    },
    and: 'y',
    flights: 'Vuelos',
    instead: 'En lugar de',
    notFlown: 'No se vuela',
    ways: '¿Cuál prefiere?',
    becomes: { joins: 'viaja también', leaves: 'no viaja', apart: 'en la otra reserva' },
    lines: { price: 'Precio nuevo', paid: 'Pagado antes', kept: 'Cargo' },
    goesBack: 'Se le devuelve',
    back: {
      cash: 'Devuelto en efectivo',
      card: 'Devuelto a su tarjeta',
      voucher: 'Devuelto como vale',
      wallet: 'Devuelto a su monedero',
      account: 'Devuelto a la cuenta',
    },
    nothing: 'Nada que pagar',
  },
};
