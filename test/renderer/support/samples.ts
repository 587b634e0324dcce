import type { Output } from '../../../shared/contract.ts';
import type { BookingMoved, JournalEvent } from '../../../shared/events.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';

/** Noon UTC of a Saturday; 07:00 in New York. */
export const NOON = Date.UTC(2026, 10, 21, 12);
export const NEW_YORK = 'America/New_York';
export const LOS_ANGELES = 'America/Los_Angeles';

export const trainingUsers: Output<'session.state'>['trainingUsers'] = [
  { user: 'ruiz', display: 'Ana Ruiz', role: 'agent', does: 'agent at the counter', pin: '1204' },
  { user: 'osei', display: 'Mercy Osei', role: 'supervisor', does: 'supervisor', pin: '3307' },
];

export const signedIn: Output<'session.signIn'> = {
  user: 'ruiz',
  display: 'Ana Ruiz',
  role: 'agent',
  desk: 'T1-04',
  token: 'token-of-ruiz',
};

export const deskState = (change: Partial<Output<'session.state'>> = {}): Output<'session.state'> => ({
  mode: 'training',
  needsSupervisor: false,
  trainingUsers,
  trainingVouchers: [{ number: 'VQ8H2K', does: '2,000.00 USD' }],
  version: '0.1.0',
  now: NOON,
  clock: { standing: 'agrees', computer: NOON },
  desk: 'T1-04',
  home: { airport: 'JFK', zone: NEW_YORK },
  event: 100,
  terminal: 'simulated',
  trouble: { problem: '', backups: false },
  session: null,
  ...change,
});

/** A hold of desk T1-04 with five minutes to run: K7QF2M, 17D 17E on AA 185, JFK to LAX. */
export const hold = (change: Partial<BookingView> = {}): BookingView => ({
  bookingId: 1,
  locator: 'K7QF2M',
  state: 'HOLD',
  desk: 'T1-04',
  user: 'ruiz',
  version: 1,
  sale: null,
  createdAt: NOON,
  expiresAt: NOON + 5 * MINUTE_MS,
  holdMs: 5 * MINUTE_MS,
  extended: false,
  payingSince: null,
  statuses: [['SS', 'SS']],
  party: [
    { passenger: 1, type: 'ADT', infant: false, assistance: false },
    { passenger: 2, type: 'CHD', infant: false, assistance: false },
  ],
  legs: [
    {
      segment: 1,
      flightId: 7,
      flight: 'AA 185',
      origin: 'JFK',
      destination: 'LAX',
      originZone: NEW_YORK,
      destinationZone: LOS_ANGELES,
      date: '2026-11-21',
      departsAt: NOON + 300 * MINUTE_MS,
      arrivesAt: NOON + 685 * MINUTE_MS,
      equipment: '321',
      cabin: 'Y',
      seats: ['17D', '17E'],
      fare: 28_910,
      trace: [{ label: 'Base fare', detail: 'economy', amount: 28_910 }],
    },
  ],
  passengers: [],
  contact: null,
  currency: 'USD',
  total: 57_820,
  tenders: [],
  refunded: 0,
  ...change,
});

type BookingEventType = {
  [Type in JournalEvent['type']]: Extract<JournalEvent, { type: Type }>['data'] extends BookingMoved ? Type : never;
}[JournalEvent['type']];

/** What the journal says of a booking; seats 17D and 17E of flight 7 unless told otherwise. */
export const bookingEvent = (event: number, type: BookingEventType, change: Partial<BookingMoved> = {}): JournalEvent =>
  ({
    event,
    at: NOON,
    type,
    user: 'ruiz',
    desk: 'T1-04',
    data: {
      bookingId: 1,
      locator: 'K7QF2M',
      desk: 'T1-04',
      expiresAt: NOON + 5 * MINUTE_MS,
      legs: [{ flightId: 7, cabin: 'Y', seats: ['17D', '17E'], authorised: 150, held: 2, sold: 40 }],
      amount: 0,
      currency: 'USD',
      note: '',
      ...change,
    },
  }) as JournalEvent;
