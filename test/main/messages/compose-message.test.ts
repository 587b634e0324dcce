import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { composeMessage } from '../../../main/messages/compose-message.ts';
import type { MessageContent } from '../../../main/queries/message-content.ts';
import { MESSAGE_KINDS, MESSAGE_LANGUAGES } from '../../../shared/message-kinds.ts';

const leg: MessageContent['legs'][number] = {
  ...{ flight: 'B6 101', segment: 1, origin: 'JFK', destination: 'LAX', cabin: 'Y', seats: ['14A', '14B'] },
  ...{ originZone: 'America/New_York', destinationZone: 'America/Los_Angeles' },
  ...{
    departsAt: Date.UTC(2026, 10, 28, 19, 5),
    arrivesAt: Date.UTC(2026, 10, 29, 1, 20),
    originCity: 'New York',
    destinationCity: 'Los Angeles',
    flies: true,
    given: false,
    sold: { departsAt: Date.UTC(2026, 10, 28, 19, 5), arrivesAt: Date.UTC(2026, 10, 29, 1, 20), originZone: 'America/New_York' },
  },
};
/** Two hours later than it was sold. */
const MOVED = {
  ...{ flightId: 1, flight: 'B6 101', destination: 'LAX', originZone: leg.originZone, destinationZone: leg.destinationZone },
  ...{ leavesZone: leg.originZone, rezoned: [] },
  ...{ departsAt: leg.departsAt, arrivesAt: leg.arrivesAt, leftAt: leg.departsAt - 7_200_000, destinationCity: 'Los Angeles' },
};
const content: MessageContent = {
  ...{
    messageId: 1,
    kind: 'confirmed',
    channel: 'email',
    language: 'en',
    locator: 'K7M2QD',
    bookingId: 1,
    sequence: 2,
    at: Date.UTC(2026, 10, 27),
  },
  ...{ phone: '+1 212 555 0148', email: 'elena@example.com', passengers: ['Łukasz Nguyễn', 'Elena Petrov'], legs: [leg], gone: [] },
  ...{
    currency: 'USD',
    total: 1_268_85,
    back: 0,
    paid: 0,
    vouchers: [],
    changed: [],
    unreached: [],
    reseated: [],
    heldUntil: null,
    company: { name: 'Aisle Air', phone: '+1 212 555 0100' },
  },
};

describe('a message', () => {
  test('has the itinerary in local times, the names as in the passport, and whom to call', () => {
    const { subject, text, itinerary } = composeMessage(content);
    expect(subject).toBe('Booking K7M2QD confirmed: New York (JFK) - Los Angeles (LAX)');
    expect(itinerary).toBe(
      [
        'Itinerary of booking K7M2QD',
        '',
        'B6 101  New York (JFK) - Los Angeles (LAX)',
        '  departs Sat, 28 Nov 2026, 14:05',
        '  arrives Sat, 28 Nov 2026, 17:20',
        '  economy, seats 14A 14B',
        'All times are local to the airport.',
        '',
        'Passengers:',
        '  Łukasz Nguyễn',
        '  Elena Petrov',
        '',
        'Price: 1,268.85 USD',
        '',
      ].join('\n'),
    );
    expect(text).toContain('Questions? Call +1 212 555 0100.\nAisle Air\n');
  });

  test('says what is flown instead of what the carrier changed, what is kept, and that it may be given up without charge', () => {
    const legs = [
      { ...leg, given: true },
      { ...leg, flight: 'B6 5', segment: 2 },
    ];
    const { subject, text, short } = composeMessage({ ...content, kind: 'reaccommodated', legs });
    expect(subject).toBe('Your new flights, K7M2QD: New York (JFK) - Los Angeles (LAX)');
    const said = [
      'You fly B6 101 from New York (JFK) on Saturday, 28 November 2026 at 14:05, and arrive at Los Angeles (LAX) on Saturday, 28 November 2026 at 17:20, seats 14A 14B.',
      'You keep B6 5.',
      'You have nothing to pay.',
      'You may change or cancel these flights without charge: call +1 212 555 0100.',
    ];
    expect(text).toContain(said.join('\n'));
    expect(short).toContain(said.slice(1).join(' '));
  });

  const GONE = { ...leg, flight: 'B6 5', segment: 2, flies: false };
  const CHOICE =
    'Flight B6 5 of Saturday, 28 November 2026 at 14:05 is cancelled. You may choose another flight, or have all of its price back.';
  const ELECCION =
    'El vuelo B6 5 del sábado 28 de noviembre de 2026 a las 14:05 está cancelado. Puede elegir otro vuelo o recibir el reembolso íntegro.';

  // Another way was undone, a name corrected, a cancellation taken back, one of two ways mended: the message spoke of the other flight as booked.
  test.each([
    ['changed', 'en', CHOICE],
    ['changed', 'es', ELECCION],
    ['confirmed', 'en', CHOICE],
    ['upgraded', 'es', ELECCION],
    ['reaccommodated', 'en', CHOICE],
    ['flightsChanged', 'en', CHOICE],
  ] as const)(
    'of kind %s in %s says of a flight that does not fly what may be had instead, and not that it is kept',
    (kind, language, said) => {
      const { text, short } = composeMessage({ ...content, kind, language, legs: [{ ...leg, given: true }, GONE] });
      expect(text).toContain(`${said}\n`);
      expect(short).toContain(said);
      expect(text).not.toMatch(/You keep|Conserva/);
    },
  );

  test.each(['held', 'cancelled', 'expired', 'paymentFailed', 'waitlistOffered'] as const)(
    'of kind %s offers no other flight, because there is no booking to give it to',
    (kind) => {
      expect(composeMessage({ ...content, kind, legs: [leg, GONE] }).text).not.toContain('You may choose');
    },
  );

  test('names the other seats that passengers have now', () => {
    const seated = { ...content, kind: 'changed' as const, reseated: [1] };
    expect(composeMessage(seated).short).toBe(
      'Booking K7M2QD changed: New York (JFK) - Los Angeles (LAX). On B6 101 you have seats 14A 14B now.',
    );
    expect(composeMessage({ ...seated, language: 'es' }).text).toContain('En el B6 101 tiene ahora asientos 14A 14B.\n');
  });

  test('says of a flight that was moved when it was to leave, too', () => {
    const moved = { ...leg, sold: { ...leg.sold, departsAt: leg.departsAt - 25 * 60_000 } };
    const { itinerary } = composeMessage({ ...content, legs: [moved] });
    expect(itinerary).toContain('  was to depart Sat, 28 Nov 2026, 13:40\n  departs Sat, 28 Nov 2026, 14:05\n');
    expect(composeMessage({ ...content, legs: [moved], language: 'es' }).itinerary).toMatch(/ {2}salía .*13:40/);
  });

  test('of a return says where it goes, and where the way back begins', () => {
    const home = {
      ...leg,
      segment: 2,
      back: true as const,
      origin: 'LAX',
      destination: 'JFK',
      originCity: 'Los Angeles',
      destinationCity: 'New York',
    };
    const { subject, itinerary, calendar } = composeMessage({ ...content, legs: [leg, home] });
    expect(subject).toBe('Booking K7M2QD confirmed: New York (JFK) - Los Angeles (LAX) and back');
    expect(itinerary).toContain('seats 14A 14B\n\nWay back:\nB6 101  Los Angeles (LAX) - New York (JFK)');
    expect(calendar.text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(composeMessage({ ...content, language: 'es', legs: [leg, home] }).subject).toMatch(/\(LAX\) y vuelta$/);
  });

  test.each([
    [
      'cancelled',
      'en',
      { back: 50_00 },
      'Booking K7M2QD cancelled: New York (JFK) - Los Angeles (LAX). 50.00 USD go back to what you paid with.',
    ],
    [
      'cancelled',
      'es',
      { back: 50_00 },
      'Reserva K7M2QD cancelada: New York (JFK) - Los Angeles (LAX). Le devolvemos 50,00 USD por el medio con el que pagó.',
    ],
    ['cancelled', 'en', {}, 'Booking K7M2QD cancelled: New York (JFK) - Los Angeles (LAX). There is no refund under its fare.'],
    [
      ...(['cancelled', 'en', { vouchers: [{ number: 'VQ8H2K', amount: 50_00, validUntil: Date.UTC(2027, 10, 27) }] }] as const),
      'Booking K7M2QD cancelled: New York (JFK) - Los Angeles (LAX). 50.00 USD are yours on voucher VQ8H2K, to be spent until 26 November 2027.',
    ],
    [
      ...(['changed', 'es', { back: 10_00, vouchers: [{ number: 'VQ8H2K', amount: 50_00, validUntil: Date.UTC(2027, 10, 27) }] }] as const),
      'Reserva K7M2QD modificada: New York (JFK) - Los Angeles (LAX). Le devolvemos 10,00 USD por el medio con el que pagó. Tiene 50,00 USD en el bono VQ8H2K, que puede usar hasta el 26 de noviembre de 2027.',
    ],
    [
      'upgraded',
      'en',
      { paid: 9_000, currency: 'JPY' },
      'Booking K7M2QD upgraded: New York (JFK) - Los Angeles (LAX). You paid 9,000 JPY for the upgrade.',
    ],
    [
      ...(['flightsChanged', 'en', { changed: [{ ...MOVED, flies: true, kind: 'movedFar' }] }] as const),
      'Your flight has changed, K7M2QD: New York (JFK) - Los Angeles (LAX). Flight B6 101 of Saturday, 28 November 2026 at 12:05 now leaves on Saturday, 28 November 2026 at 14:05 and arrives on Saturday, 28 November 2026 at 17:20. If this does not suit you, you may choose another flight, or have all of the price back.',
    ],
    [
      ...(['flightsChanged', 'es', { changed: [{ ...MOVED, flies: true, kind: 'moved' }], unreached: ['B6 102'] }] as const),
      'Su vuelo ha cambiado, K7M2QD: New York (JFK) - Los Angeles (LAX). El vuelo B6 101 del sábado 28 de noviembre de 2026 a las 12:05 sale ahora el sábado 28 de noviembre de 2026 a las 14:05 y llega el sábado 28 de noviembre de 2026 a las 17:20. Ya no es posible enlazar con el vuelo B6 102 desde el vuelo anterior. Si no le conviene, puede elegir otro vuelo o recibir el reembolso íntegro.',
    ],
    [
      ...([
        'flightsChanged',
        'en',
        { changed: [{ ...MOVED, flies: true, kind: 'otherDestination', destinationCity: 'San Francisco' }] },
      ] as const),
      'Your flight has changed, K7M2QD: New York (JFK) - Los Angeles (LAX). Flight B6 101 of Saturday, 28 November 2026 at 12:05 now leaves on Saturday, 28 November 2026 at 14:05 and arrives in San Francisco on Saturday, 28 November 2026 at 17:20. If this does not suit you, you may choose another flight, or have all of the price back.',
    ],
    [
      ...(['flightsChanged', 'en', { changed: [{ ...MOVED, flies: true, kind: 'moved' }] }] as const),
      'Your flight has changed, K7M2QD: New York (JFK) - Los Angeles (LAX). Flight B6 101 of Saturday, 28 November 2026 at 12:05 now leaves on Saturday, 28 November 2026 at 14:05 and arrives on Saturday, 28 November 2026 at 17:20.',
    ],
    [
      ...(['flightsChanged', 'es', { changed: [{ ...MOVED, flies: false, kind: 'cancelled' }] }] as const),
      'Vuelo cancelado, K7M2QD: New York (JFK) - Los Angeles (LAX). El vuelo B6 101 del sábado 28 de noviembre de 2026 a las 12:05 está cancelado. Puede elegir otro vuelo o recibir el reembolso íntegro.',
    ],
    [
      ...(['waitlistOffered', 'es', { heldUntil: Date.UTC(2026, 10, 27, 15, 30) }] as const),
      'Hay asientos para usted, K7M2QD: New York (JFK) - Los Angeles (LAX). Por favor, acepte y pague antes del viernes 27 de noviembre de 2026 a las 10:30, hora de New York. Después pasan al siguiente de la lista.',
    ],
    [
      ...(['held', 'es', { heldUntil: Date.UTC(2026, 10, 28, 6, 5) }] as const),
      'Asientos reservados, K7M2QD: New York (JFK) - Los Angeles (LAX). Por favor, pague antes del sábado 28 de noviembre de 2026 a la 01:05, hora de New York. Después vuelven a la venta.',
    ],
    [
      ...(['held', 'en', { heldUntil: Date.UTC(2026, 10, 27, 15, 30) }] as const),
      'Seats held, K7M2QD: New York (JFK) - Los Angeles (LAX). Please pay by Friday, 27 November 2026 at 10:30, New York time. After that they go back to sale.',
    ],
  ] as const)('of kind %s in %s with %j is short for a phone', (kind, language, more, short) => {
    expect(composeMessage({ ...content, kind, language, ...more }).short).toBe(short);
  });

  test.each(MESSAGE_LANGUAGES.flatMap((language) => MESSAGE_KINDS.map((kind) => [kind, language] as const)))(
    'of kind %s in %s names the booking and leaves nothing out',
    (kind, language) => {
      const { subject, text } = composeMessage({ ...content, kind, language, heldUntil: content.at, back: 100, paid: 100 });
      expect(subject).toContain('K7M2QD');
      expect(`${subject}${text}`).not.toMatch(/undefined|null|NaN|\{|\}/);
    },
  );
});

describe('the calendar of an itinerary', () => {
  test('has each flight at its moment, in lines that mail programs read', () => {
    const long = { ...leg, segment: 2, originCity: `São Paulo; ${'ñ'.repeat(60)}, north` };
    const { calendar } = composeMessage({ ...content, legs: [leg, long] });
    for (const line of calendar.text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const read = new ICAL.Component(ICAL.parse(calendar.text));
    const [first, second] = read.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(first).toMatchObject({ uid: 'K7M2QD-1@aisle.example', sequence: 2, summary: 'B6 101 New York - Los Angeles' });
    expect(first?.startDate.toJSDate().getTime()).toBe(leg.departsAt);
    expect(first?.endDate.toJSDate().getTime()).toBe(leg.arrivesAt);
    expect(second?.location).toBe(`${long.originCity} (JFK)`);
    expect(read.getFirstPropertyValue('method')).toBe('PUBLISH');
  });

  test('takes the flights of a cancelled booking out', () => {
    const { calendar } = composeMessage({ ...content, kind: 'cancelled', sequence: 5 });
    expect(calendar.method).toBe('CANCEL');
    expect(calendar.text).toContain('STATUS:CANCELLED\r\n');
    expect(calendar.text).toContain('SEQUENCE:5\r\n');
  });

  test.each([
    ['held', 'PUBLISH', 'TENTATIVE'],
    ['waitlistOffered', 'PUBLISH', 'TENTATIVE'],
    ['confirmed', 'PUBLISH', 'CONFIRMED'],
    ['changed', 'PUBLISH', 'CONFIRMED'],
    ['upgraded', 'PUBLISH', 'CONFIRMED'],
    ['flightsChanged', 'PUBLISH', 'CONFIRMED'],
    ['expired', 'CANCEL', 'CANCELLED'],
    ['paymentFailed', 'CANCEL', 'CANCELLED'],
  ] as const)('after %s is for %s and says %s (seats that nobody had any more stood there as confirmed)', (kind, method, status) => {
    const { calendar, itinerary } = composeMessage({ ...content, kind });
    const title = method === 'CANCEL' ? 'These flights of K7M2QD are not booked any more' : 'Itinerary of booking K7M2QD';
    expect(itinerary.split('\n')[0]).toBe(title);
    expect(calendar.method).toBe(method);
    expect(calendar.text.match(/STATUS:(\w+)/g)).toEqual([`STATUS:${status}`]);
  });

  test('takes out a flight that the schedule cancelled and one that the booking has no more (both stayed there as confirmed)', () => {
    const other = { ...leg, segment: 2, flight: 'B6 201' };
    const { calendar, itinerary } = composeMessage({
      ...content,
      kind: 'changed',
      legs: [other, { ...leg, segment: 3, flies: false }],
      gone: [leg],
    });
    const events = new ICAL.Component(ICAL.parse(calendar.text)).getAllSubcomponents('vevent');
    expect(events.map((event) => [event.getFirstPropertyValue('uid'), event.getFirstPropertyValue('status')])).toEqual([
      ['K7M2QD-2@aisle.example', 'CONFIRMED'],
      ['K7M2QD-3@aisle.example', 'CANCELLED'],
      ['K7M2QD-1@aisle.example', 'CANCELLED'],
    ]);
    expect(itinerary).toContain('B6 201  New York (JFK) - Los Angeles (LAX)\n  departs');
    expect(itinerary).toContain('B6 101  New York (JFK) - Los Angeles (LAX)\n  cancelled\n  departs');
  });
});
