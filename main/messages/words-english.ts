import { rezonedOf } from './rezoned-of.ts';
import type { MessageFacts, Words } from './words.ts';

const notFlown: Words['notFlown'] = (flight, left) =>
  `Flight ${flight} of ${left} is cancelled. You may choose another flight, or have all of its price back.`;

/** Where money went back to. */
const backText = ({ back, vouchers }: MessageFacts): string[] => [
  ...(back ? [`${back} go back to what you paid with.`] : []),
  ...vouchers.map(({ amount, number, until }) => `${amount} are yours on voucher ${number}, to be spent until ${until}.`),
];

export const ENGLISH: Words = {
  locale: 'en-GB',
  kinds: {
    held: {
      subject: ({ locator, route }) => `Seats held, ${locator}: ${route}`,
      says: ({ heldUntil }) => [
        'Your seats are held.',
        ...(heldUntil ? [`Please pay by ${heldUntil}. After that they go back to sale.`] : []),
      ],
    },
    confirmed: {
      subject: ({ locator, route }) => `Booking ${locator} confirmed: ${route}`,
      says: () => ['Your booking is confirmed. Your itinerary is attached.'],
    },
    expired: {
      subject: ({ locator, route }) => `Seats of ${locator} not held any more: ${route}`,
      says: () => ['The time to pay for your seats is over, and they went back to sale. You have paid nothing.'],
    },
    cancelled: {
      subject: ({ locator, route }) => `Booking ${locator} cancelled: ${route}`,
      says: (facts) => {
        const back = backText(facts);
        return ['Your booking is cancelled.', ...(back.length > 0 ? back : ['There is no refund under its fare.'])];
      },
    },
    changed: {
      subject: ({ locator, route }) => `Booking ${locator} changed: ${route}`,
      says: (facts) => [
        'Your booking is changed. Your new itinerary is attached.',
        ...facts.reseated.map(({ flight, seats }) => `On ${flight} you have ${seats} now.`),
        ...(facts.paid ? [`You paid ${facts.paid} for the change.`] : []),
        ...backText(facts),
      ],
    },
    upgraded: {
      subject: ({ locator, route }) => `Booking ${locator} upgraded: ${route}`,
      says: ({ paid }) => [
        'You fly in a higher cabin. Your new itinerary is attached.',
        ...(paid ? [`You paid ${paid} for the upgrade.`] : []),
      ],
    },
    waitlistOffered: {
      subject: ({ locator, route }) => `Seats free for you, ${locator}: ${route}`,
      says: ({ heldUntil }) => [
        'Seats of the flight that you wait for are free, and held for you.',
        ...(heldUntil ? [`Please say yes and pay by ${heldUntil}. After that they go to the next in line.`] : []),
      ],
    },
    flightsChanged: {
      subject: ({ locator, route, flights }) =>
        `${flights.some(({ now }) => !now) ? 'Flight cancelled' : 'Your flight has changed'}, ${locator}: ${route}`,
      says: ({ flights, unreached }) => [
        'The schedule of your booking has changed.',
        ...flights.map(({ flight, left, now, elsewhere }) =>
          now
            ? `Flight ${flight} of ${left} now leaves on ${now.leaves} and arrives${elsewhere ? ` in ${now.city}` : ''} on ${now.arrives}.`
            : notFlown(flight, left),
        ),
        ...rezonedOf(flights).map((city) => `The time zone of ${city} was corrected. All times are told by the right one now.`),
        ...unreached.map((flight) => `Flight ${flight} cannot be reached from the flight before it any more.`),
        ...(flights.some(({ now, refunded }) => now && refunded) || unreached.length > 0
          ? ['If this does not suit you, you may choose another flight, or have all of the price back.']
          : []),
      ],
    },
    reaccommodated: {
      subject: ({ locator, route }) => `Your new flights, ${locator}: ${route}`,
      says: (facts) => [
        'Your flights were changed, and this is how you travel now.',
        ...facts.given.map(
          ({ flight, from, leaves, to, arrives, seats }) =>
            `You fly ${flight} from ${from} on ${leaves}, and arrive at ${to} on ${arrives}, ${seats}.`,
        ),
        ...(facts.kept ? [`You keep ${facts.kept}.`] : []),
        'You have nothing to pay.',
        ...backText(facts),
        `You may change or cancel these flights without charge${facts.phone ? `: call ${facts.phone}` : ''}.`,
      ],
    },
    paymentFailed: {
      subject: ({ locator, route }) => `Booking ${locator} not paid: ${route}`,
      says: () => [
        'Your payment did not go through, and your seats went back to sale.',
        'If your card was charged, the charge is being reversed.',
      ],
    },
  },
  cabins: { F: 'first', J: 'business', W: 'premium economy', Y: 'economy' },
  andBack: ' and back',
  wayBack: 'Way back',
  itinerary: (locator) => `Itinerary of booking ${locator}`,
  notBooked: (locator) => `These flights of ${locator} are not booked any more`,
  booking: 'Booking',
  passengers: 'Passengers',
  departs: 'departs',
  arrives: 'arrives',
  seat: 'seat',
  seats: 'seats',
  noSeat: 'no seat yet',
  price: 'Price',
  soldAs: (moment) => `was to depart ${moment}`,
  notFlown,
  isCancelled: 'cancelled',
  localTimes: 'All times are local to the airport.',
  dayAndTime: (day, time) => `${day} at ${time}`,
  timeOf: (moment, city) => `${moment}, ${city} time`,
  questions: (phone) => `Questions? Call ${phone}.`,
};
