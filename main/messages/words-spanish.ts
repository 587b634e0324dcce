import { rezonedOf } from './rezoned-of.ts';
import type { MessageFacts, Words } from './words.ts';

const notFlown: Words['notFlown'] = (flight, left) =>
  `El vuelo ${flight} del ${left} está cancelado. Puede elegir otro vuelo o recibir el reembolso íntegro.`;

/** Where money went back to. */
const backText = ({ back, vouchers }: MessageFacts): string[] => [
  ...(back ? [`Le devolvemos ${back} por el medio con el que pagó.`] : []),
  ...vouchers.map(({ amount, number, until }) => `Tiene ${amount} en el bono ${number}, que puede usar hasta el ${until}.`),
];

export const SPANISH: Words = {
  locale: 'es',
  kinds: {
    held: {
      subject: ({ locator, route }) => `Asientos reservados, ${locator}: ${route}`,
      says: ({ heldUntil }) => [
        'Sus asientos están reservados.',
        ...(heldUntil ? [`Por favor, pague antes del ${heldUntil}. Después vuelven a la venta.`] : []),
      ],
    },
    confirmed: {
      subject: ({ locator, route }) => `Reserva ${locator} confirmada: ${route}`,
      says: () => ['Su reserva está confirmada. Adjuntamos su itinerario.'],
    },
    expired: {
      subject: ({ locator, route }) => `Los asientos de ${locator} ya no están reservados: ${route}`,
      says: () => ['El plazo para pagar ha terminado y sus asientos han vuelto a la venta. No se le ha cobrado nada.'],
    },
    cancelled: {
      subject: ({ locator, route }) => `Reserva ${locator} cancelada: ${route}`,
      says: (facts) => {
        const back = backText(facts);
        return ['Su reserva está cancelada.', ...(back.length > 0 ? back : ['Su tarifa no permite reembolso.'])];
      },
    },
    changed: {
      subject: ({ locator, route }) => `Reserva ${locator} modificada: ${route}`,
      says: (facts) => [
        'Su reserva ha cambiado. Adjuntamos su nuevo itinerario.',
        ...facts.reseated.map(({ flight, seats }) => `En el ${flight} tiene ahora ${seats}.`),
        ...(facts.paid ? [`Ha pagado ${facts.paid} por el cambio.`] : []),
        ...backText(facts),
      ],
    },
    upgraded: {
      subject: ({ locator, route }) => `Reserva ${locator}, clase superior: ${route}`,
      says: ({ paid }) => [
        'Viaja en una clase superior. Adjuntamos su nuevo itinerario.',
        ...(paid ? [`Ha pagado ${paid} por el cambio de clase.`] : []),
      ],
    },
    waitlistOffered: {
      subject: ({ locator, route }) => `Hay asientos para usted, ${locator}: ${route}`,
      says: ({ heldUntil }) => [
        'Hay asientos libres en el vuelo que espera, y los guardamos para usted.',
        ...(heldUntil ? [`Por favor, acepte y pague antes del ${heldUntil}. Después pasan al siguiente de la lista.`] : []),
      ],
    },
    flightsChanged: {
      subject: ({ locator, route, flights }) =>
        `${flights.some(({ now }) => !now) ? 'Vuelo cancelado' : 'Su vuelo ha cambiado'}, ${locator}: ${route}`,
      says: ({ flights, unreached }) => [
        'El horario de su reserva ha cambiado.',
        ...flights.map(({ flight, left, now, elsewhere }) =>
          now
            ? `El vuelo ${flight} del ${left} sale ahora el ${now.leaves} y llega${elsewhere ? ` a ${now.city}` : ''} el ${now.arrives}.`
            : notFlown(flight, left),
        ),
        ...rezonedOf(flights).map((city) => `Se ha corregido la zona horaria de ${city}. Todas las horas se indican ya según la correcta.`),
        ...unreached.map((flight) => `Ya no es posible enlazar con el vuelo ${flight} desde el vuelo anterior.`),
        ...(flights.some(({ now, refunded }) => now && refunded) || unreached.length > 0
          ? ['Si no le conviene, puede elegir otro vuelo o recibir el reembolso íntegro.']
          : []),
      ],
    },
    reaccommodated: {
      subject: ({ locator, route }) => `Sus nuevos vuelos, ${locator}: ${route}`,
      says: (facts) => [
        'Sus vuelos han cambiado y ahora viaja así.',
        ...facts.given.map(
          ({ flight, from, leaves, to, arrives, seats }) =>
            `Vuela en el ${flight} desde ${from} el ${leaves} y llega a ${to} el ${arrives}, ${seats}.`,
        ),
        ...(facts.kept ? [`Conserva ${facts.kept}.`] : []),
        'No tiene que pagar nada.',
        ...backText(facts),
        `Puede cambiar o cancelar estos vuelos sin coste${facts.phone ? `: llame al ${facts.phone}` : ''}.`,
      ],
    },
    paymentFailed: {
      subject: ({ locator, route }) => `Reserva ${locator} sin pagar: ${route}`,
      says: () => [
        'Su pago no se ha realizado y sus asientos han vuelto a la venta.',
        'Si hubo un cargo en su tarjeta, lo estamos anulando.',
      ],
    },
  },
  cabins: { F: 'primera', J: 'business', W: 'turista premium', Y: 'turista' },
  andBack: ' y vuelta',
  wayBack: 'Vuelta',
  itinerary: (locator) => `Itinerario de la reserva ${locator}`,
  notBooked: (locator) => `Estos vuelos de ${locator} ya no están reservados`,
  booking: 'Reserva',
  passengers: 'Pasajeros',
  departs: 'sale',
  arrives: 'llega',
  seat: 'asiento',
  seats: 'asientos',
  noSeat: 'aún sin asiento',
  price: 'Precio',
  soldAs: (moment) => `salía ${moment}`,
  notFlown,
  isCancelled: 'cancelado',
  localTimes: 'Todas las horas son locales del aeropuerto.',
  dayAndTime: (day, time) => `${day.replace(',', '')} a ${time.startsWith('01') ? 'la' : 'las'} ${time}`,
  timeOf: (moment, city) => `${moment}, hora de ${city}`,
  questions: (phone) => `¿Preguntas? Llame al ${phone}.`,
};
