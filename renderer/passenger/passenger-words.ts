import type { PassengerSale } from '../../shared/methods/passenger.ts';
import type { TenderKind } from '../../shared/tender-kinds.ts';

type Language = PassengerSale['language'];

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
  },
};
