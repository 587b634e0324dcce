import type { MethodName } from '../../../shared/contract.ts';
import { DESK_EXAMPLES } from './desk-examples.ts';
import type { ExamplesOf } from './examples-of.ts';
import { FLASH_SALE_EXAMPLES } from './flash-sale-examples.ts';
import { FLEET_EXAMPLES } from './fleet-examples.ts';
import { HAND_EXAMPLES } from './hand-examples.ts';
import { HEALTH_EXAMPLES } from './health-examples.ts';
import { PASSENGER_EXAMPLES } from './passenger-examples.ts';
import { REACCOMMODATION_EXAMPLES } from './reaccommodation-examples.ts';
import { UPKEEP_EXAMPLES } from './upkeep-examples.ts';

const requestId = 'request-0001';
const person = { type: 'ADT', surname: 'Smith', given: 'John', title: 'MR', birthDate: '1980-01-31', with: 0 } as const;
const contact = { phone: '+1 212 555 0100', email: 'j@example.org', askedBy: '', messages: { language: 'en', optedOut: false } } as const;

const customer = {
  ...{ surname: 'Smith', given: 'John', host: { surname: 'SMITH', given: 'JOHN' }, birthDate: '1980-01-31' },
  title: 'MR',
  ...{ phone: '+1 212 555 0100', email: 'j@example.org' },
  document: { type: 'PASSPORT', number: 'X1234567', country: 'USA', expires: '2030-05-31' },
} as const;
const rules = [{ rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } } as const, { rule: 'roundingAsFiled' } as const];
const WHAT_IF_RULES = [
  { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
  { rule: 'rounding', to: 100, less: 0 },
] as const;

/** A good input for every method, with every field filled, and each form of those that have several. */
export const EXAMPLES: ExamplesOf<MethodName> = {
  'session.state': [{}],
  'session.signIn': [{ requestId, user: 'agent', pin: '4711' }],
  'session.resume': [{ token: 'x'.repeat(43) }],
  'session.lock': [{}],
  'session.signOut': [{}],
  'session.createFirstSupervisor': [{ requestId, user: 'first', display: 'F. First', pin: '4711' }],
  'clock.confirm': [{ requestId, shown: 1_000 }],
  'clock.setRight': [{ requestId, shown: 1_000 }],
  'users.list': [{}],
  'users.create': [{ requestId, user: 'new', display: 'N. New', role: 'agent', pin: '4711' }],
  'users.setPin': [{ requestId, user: 'new', pin: '8124' }],
  'users.unlock': [{ requestId, user: 'new' }],
  'users.setActive': [{ requestId, user: 'new', active: false }],
  ...DESK_EXAMPLES,
  ...PASSENGER_EXAMPLES,
  'flights.places': [{ text: 'new y' }],
  'flights.search': [
    {
      from: 'NYC',
      to: 'LAX',
      date: '2026-11-24',
      adults: 1,
      children: 1,
      cabin: 'Y',
      maxStops: 1,
      leavesFrom: 0,
      leavesTo: 1440,
      sort: 'price',
    },
    { from: 'NYC', to: 'LAX', date: '2026-11-24', back: '2026-12-01' },
  ],
  'flights.carriers': [{ from: 'NYC', to: 'LAX', date: '2026-11-24', adults: 2, aircraft: ['738'] }],
  'flights.board': [{ from: 'JFK', date: '2026-11-24' }],
  'flights.find': [
    { carrier: 'AA', number: 2336, date: '2026-11-24' },
    { carrier: 'AA', number: 2336, date: null },
  ],
  'flights.seatMap': [{ flightId: 1 }],
  'flights.connections': [{ flightIds: [1, 2] }],
  'flights.bestSeats': [
    { flightId: 1, cabin: 'Y', party: [{ type: 'ADT', infant: true, assistance: false }, { type: 'CHD' }] },
    { flightId: 1, cabin: 'Y', party: [{ type: 'ADT' }], wish: 'window' },
  ],
  'holds.place': [
    {
      requestId,
      legs: [{ flightId: 1, cabin: 'Y', seats: ['12A'] }],
      passengers: [{ type: 'ADT', infant: false, assistance: false }],
      exitRowConfirmed: true,
    },
    {
      requestId,
      legs: [{ flightId: 1, cabin: 'Y', seats: ['12A'] }],
      passengers: [{ type: 'ADT', infant: false, assistance: false }],
      exitRowConfirmed: true,
      promotion: 'WELCOME',
    },
    {
      requestId,
      legs: [
        { flightId: 1, cabin: 'Y', seats: ['12A'] },
        { flightId: 2, cabin: 'J', seats: ['1A'], back: true },
      ],
      passengers: [{ type: 'ADT', infant: false, assistance: false }],
    },
  ],
  'holds.extend': [{ requestId, bookingId: 1 }],
  'holds.revive': [{ requestId, bookingId: 1 }],
  'holds.release': [{ requestId, bookingId: 1 }],
  'holds.payLater': [{ requestId, bookingId: 1, payBy: 1_000, atLimit: 'queue', passengers: [person], contact }],
  'holds.takeOver': [{ requestId, bookingId: 1 }],
  'queues.look': [{ queue: 'timeLimit', dayBegan: 1_000 }],
  'queues.next': [{ requestId, queue: 'timeLimit', after: 1 }],
  'queues.open': [{ requestId, queue: 'timeLimit', subject: 1 }],
  'queues.letGo': [{ requestId, queue: 'timeLimit', subject: 1 }],
  'queues.done': [{ requestId, queue: 'timeLimit', subject: 1, remark: 'pays today', next: true }],
  'queues.later': [{ requestId, queue: 'timeLimit', subject: 1, at: 1_000, remark: 'rings back' }],
  'queues.pass': [{ requestId, queue: 'timeLimit', subject: 1, desk: 'T2-11', remark: 'knows them' }],
  ...REACCOMMODATION_EXAMPLES,
  'holds.keepDraft': [
    {
      requestId,
      bookingId: 1,
      draft: {
        passengers: [
          {
            ...{ name: 'SMITH/JOHN MR', host: 'SMITH/JOHN', birthDate: '31 Jan 1980' },
            ...{ infantName: 'SMITH/MIA', infantHost: 'SMITH/MIA', infantBirthDate: '2026-01-02' },
            ...{ keep: true, customer: 1 },
          },
        ],
        contact: '+1 212 555 0100',
        askedBy: 'John Smith',
        tenders: [{ kind: 'cash', amount: 10_000, given: 12_000 }],
        messages: { language: 'es', optedOut: true },
      },
      confirming: true,
    },
  ],
  'holds.ofDesk': [{}],
  'bookings.confirm': [
    { requestId, bookingId: 1, passengers: [person], contact, tenders: [{ kind: 'cash', amount: 10_000, given: 12_000 }] },
    {
      requestId,
      bookingId: 1,
      passengers: [person],
      contact,
      tenders: [{ kind: 'card', amount: 10_000, approvalCode: '12AB', testCard: 'approve' }],
    },
    {
      ...{ requestId, bookingId: 1, passengers: [person], contact },
      tenders: [{ kind: 'card', amount: 10_000, approvalCode: null, testCard: null, charge: 'request-0000.0' }],
    },
    { requestId, bookingId: 1, passengers: [person], contact, tenders: [{ kind: 'voucher', amount: 10_000, voucher: 'V123' }] },
    {
      ...{ requestId, bookingId: 1, passengers: [person], contact, tenders: [{ kind: 'cash', amount: 10_000, given: 12_000 }] },
      customers: [
        { place: 0, customerId: 1 },
        { place: 1, customerId: null },
      ],
    },
    {
      ...{ requestId, bookingId: 1, passengers: [person], contact },
      tenders: [
        { kind: 'wallet', amount: 4_000, wallet: '412345678901' },
        { kind: 'account', amount: 6_000, account: 'HARBOUR' },
      ],
    },
  ],
  'bookings.unheard': [{}],
  'bookings.heard': [{ requestId, bookingId: 1 }],
  'bookings.recordPrint': [{ requestId, bookingId: 1 }],
  'bookings.lastOfDesk': [{}],
  ...FLASH_SALE_EXAMPLES,
  'holds.check': [{ bookingId: 1 }],
  'bookings.get': [{ bookingId: 1 }],
  'bookings.find': [
    {
      anyOf: [
        { by: 'locator', locator: 'K7QF2M' },
        { by: 'name', name: 'SMITH/J' },
        { by: 'flight', carrier: 'AA', number: 1, date: '2026-11-24' },
        { by: 'phone', phone: '+1 212 555 0148' },
        { by: 'email', email: 'j@smith.org' },
      ],
    },
    { anyOf: [{ by: 'flight', carrier: 'AA', number: 1, date: null }], only: 'FLOWN' },
  ],
  'bookings.cancelQuote': [
    { requestId, bookingId: 1 },
    { requestId, bookingId: 1, toVoucher: true, waiver: 'a death in the family' },
  ],
  'bookings.cancel': [{ requestId, bookingId: 1, offerId: 1 }],
  'bookings.changeQuote': [
    { requestId, bookingId: 1, change: { kind: 'seats', segment: 1, seats: [{ passenger: 1, seat: '20A' }], exitRowConfirmed: true } },
    { requestId, bookingId: 1, change: { kind: 'flights', hold: 2, replaces: [1], reason: 'aircraft changed' } },
    { requestId, bookingId: 1, change: { kind: 'drop', segments: [2] } },
    { requestId, bookingId: 1, change: { kind: 'leave', passengers: [1] }, toVoucher: true, waiver: 'a death in the family' },
    {
      requestId,
      bookingId: 1,
      change: {
        kind: 'add',
        hold: 2,
        passengers: [
          { ...person, with: null },
          { ...person, type: 'INF' },
        ],
      },
    },
    { requestId, bookingId: 1, change: { kind: 'infant', infants: [{ ...person, type: 'INF' }] } },
    {
      requestId,
      bookingId: 1,
      change: {
        kind: 'names',
        names: [{ place: 0, surname: 'Łukasz', given: 'Jan', host: { surname: 'LUKASZ', given: 'JAN' }, title: 'MR' }],
        reason: 'misspelt',
      },
    },
  ],
  'bookings.missed': [
    { requestId, bookingId: 1, segment: 1, by: 'carrier', reason: 'the flight before it was late' },
    { requestId, bookingId: 1, segment: 1, by: null, reason: 'they were on board' },
  ],
  'bookings.undo': [{ requestId, bookingId: 1, version: 2 }],
  'bookings.split': [{ requestId, bookingId: 1, version: 2, passengers: [2], contact }],
  'bookings.change': [
    { requestId, bookingId: 1, offerId: 1, tenders: [{ kind: 'cash', amount: 100, given: 200 }], slipsCompared: true },
    { requestId, bookingId: 1, offerId: 1, tenders: [] },
  ],
  'refunds.policies': [{}],
  'refunds.addPolicy': [
    {
      ...{ requestId, name: 'flexible', basedOn: 0, reason: 'for the summer', cancelFee: { USD: 25_00 }, changeFee: {} },
      tiers: [
        { overMinutes: 120, percent: 100 },
        { overMinutes: 30, percent: 25 },
      ],
    },
  ],
  'payments.giveUp': [{ bookingId: 1 }],
  'payments.failed': [{}],
  'seats.blocks': [{ flightId: 1 }],
  'seats.block': [
    { requestId, flightId: 1, what: '12-14 D', cabin: null, code: 'INOP', remark: 'will not sit upright', until: null },
    { requestId, flightId: 1, what: 'D', cabin: 'Y', code: 'CREW', remark: '', until: 1 },
  ],
  'seats.unblock': [
    { requestId, flightId: 1, what: '14D', cabin: null, code: 'INOP', reason: 'mended at the gate' },
    { requestId, flightId: 1, what: '14', cabin: null, code: null, reason: 'mended at the gate' },
  ],
  'customers.find': [
    {
      anyOf: [
        { by: 'name', name: 'SMITH/J' },
        { by: 'phone', phone: '0100' },
        { by: 'email', email: 'j@' },
      ],
      kept: true,
    },
  ],
  'customers.get': [{ who: { by: 'record', customerId: 1 } }, { who: { by: 'booking', bookingId: 1, place: 0 } }],
  'customers.keep': [{ requestId, record: customer, bookingId: 1 }],
  'customers.change': [{ requestId, customerId: 1, version: 1, record: customer }],
  'customers.erase': [{ requestId, customerId: 1 }],
  'waitlist.join': [
    {
      ...{ requestId, flights: [1, 2], cabin: 'Y', bookingClass: 'Q', passengers: [{ type: 'ADT', infant: false, assistance: false }] },
      ...{ name: 'CHEN/MEI LIN MS', phone: '+1 646 555 0117', fareLimit: 150_00, priority: 'high', reason: 'full fare' },
    },
  ],
  'waitlist.drop': [{ requestId, entryId: 1 }],
  'waitlist.move': [{ requestId, entryId: 1, priority: 'supervisor', reason: 'missed connection' }],
  'waitlist.answer': [
    { requestId, entryId: 1, answer: 'yes' },
    { requestId, entryId: 1, answer: 'no' },
  ],
  'waitlist.tell': [
    { requestId, entryId: 1, by: 'message' },
    { requestId, entryId: 1, by: 'no answer' },
  ],
  'waitlist.offer': [{ requestId, flightId: 1, cabin: 'Y' }],
  'waitlist.flights': [{}],
  'waitlist.of': [{ flightId: 1, cabin: 'Y' }],
  'oversale.room': [{ flightId: 1, cabin: 'Y' }],
  'oversale.ask': [{ requestId, flightId: 1, cabin: 'Y', bookingId: 1, passenger: 1, amount: 20_000, wayId: 2 }],
  'oversale.deny': [
    { requestId, flightId: 1, cabin: 'Y', bookingId: 1, passenger: 1, wayId: 2, voucher: true, reason: 'nobody gave a seat up' },
    { requestId, flightId: 1, cabin: 'Y', bookingId: 1, passenger: 1, wayId: null, voucher: false, reason: 'nobody gave a seat up' },
  ],
  'oversale.pay': [
    { requestId, denialId: 1, kind: 'cash' },
    { requestId, denialId: 1, kind: 'voucher' },
  ],
  'oversale.printed': [
    { requestId, kind: 'volunteer', id: 1 },
    { requestId, kind: 'denied', id: 1 },
  ],
  'oversale.answer': [
    { requestId, volunteerId: 1, answer: 'took' },
    { requestId, volunteerId: 1, answer: 'no' },
    { requestId, volunteerId: 1, answer: 'withdrawn' },
  ],
  'vouchers.get': [{ number: 'V123' }],
  'vouchers.issue': [{ requestId, amount: 10_000, currency: 'USD', reason: 'delay', days: 365 }],
  'accounts.list': [{}, { code: 'HARBOUR' }],
  'accounts.statement': [{ accountId: 1 }],
  'accounts.open': [{ requestId, code: 'HARBOUR', name: 'Harbour Travel', currency: 'USD', limit: 500_000 }],
  'accounts.change': [{ requestId, accountId: 1, name: 'Harbour Travel', limit: 600_000, open: true }],
  'accounts.receive': [{ requestId, accountId: 1, amount: 100_000, note: 'transfer 4711' }],
  'refunds.due': [{}],
  'refunds.markDone': [{ requestId, refundId: 1, reference: '412345678901' }],
  'shift.now': [{}],
  'shift.report': [{ shiftId: 1 }],
  'shift.list': [{ desk: 'T1-04' }, {}],
  'shift.open': [{ requestId, floats: [{ currency: 'USD', amount: 30_000 }] }],
  'shift.drop': [{ requestId, shiftId: 1, kind: 'safe', currency: 'USD', amount: 80_000, note: 'slip 0412' }],
  'shift.count': [{ requestId, shiftId: 1, counts: [{ currency: 'USD', pieces: [{ value: 10_000, pieces: 3 }], loose: 25 }] }],
  'shift.close': [{ requestId, shiftId: 1, count: 1, reason: 'change of 4.88 given as 9.88' }],
  'reports.sales': [{ of: { kind: 'shift', shiftId: 1 } }, { of: { kind: 'time', from: 1_000, to: 2_000, desk: 'T1-04' } }],
  'flights.passengerList': [{ flightId: 1 }],
  'pricing.quote': [
    { flightId: 1, cabin: 'Y' },
    { flightId: 1, cabin: 'Y', promotion: 'WELCOME', party: 4 },
  ],
  'flights.named': [{ flightIds: [1, 2] }],
  'pricing.example': [{ scope: { kind: 'network' }, home: 'JFK' }],
  'pricing.policies': [
    { scope: { kind: 'network' } },
    { scope: { kind: 'route', origin: 'JFK', destination: 'LAX' } },
    { scope: { kind: 'flight', flightId: 1 } },
  ],
  'pricing.history': [{ before: 9, limit: 20 }],
  'pricing.publish': [
    { requestId, scope: { kind: 'network' }, rules, validFrom: 1, validTo: 2, reason: 'Trial', basedOn: 1, typed: 100, again: 1 },
    { requestId, scope: { kind: 'flight', flightId: 1 }, rules: null, validFrom: null, validTo: null, reason: 'Trial', basedOn: 0 },
  ],
  'pricing.flights': [{ filter: 'JFK-LAX d<30 load<60', sort: 'stake', reversed: false, limit: 50 }],
  'pricing.flight': [{ flightId: 1, cabin: 'Y' }],
  'pricing.routeDays': [{ origin: 'JFK', destination: 'LAX', cabin: null }],
  'pricing.readCalendar': [{ bytes: Buffer.from('date,name\n2026-12-25,Christmas\n').toString('base64') }],
  'whatIf.start': [
    { scope: { kind: 'network' }, rules: [...WHAT_IF_RULES], seed: 41, runs: 2, demandPercent: 140, order: 'mixed' },
    {
      scope: { kind: 'route', origin: 'JFK', destination: 'LAX' },
      rules: null,
      seed: 1,
      runs: 2,
      demandPercent: 100,
      order: 'low-fare-first',
    },
    { scope: { kind: 'flight', flightId: 1 }, rules: [...WHAT_IF_RULES], seed: 1, runs: 2, demandPercent: 100, order: 'mixed' },
  ],
  'pricing.receipt': [{ version: 1 }],
  'pricing.score': [{ version: 1 }],
  'whatIf.stop': [{}],
  'whatIf.status': [{}],
  'pricing.overbookingAdvice': [
    { flightId: 1, cabin: 'Y' },
    { flightId: 1, cabin: 'Y', showPerMille: 900, volunteers: 2, volunteerCost: 40_000, deniedCost: 100_000, riskPerMille: 1 },
  ],
  'pricing.authorise': [
    { requestId, flightId: 1, cabin: 'Y', authorised: 130, seen: 126, reason: 'few turn up on Mondays' },
    { requestId, flightId: 1, cabin: 'Y', authorised: 132, percent: 105, seen: 126, reason: 'few turn up on Mondays' },
  ],
  'pricing.overrides': [{ flightId: 1, limit: 20 }, { limit: 20 }],
  'pricing.overrideScore': [{ number: 1 }],
  'pricing.overrideClass': [
    { requestId, scope: { kind: 'flight', flightId: 1 }, cabin: 'Y', code: 'Q', decision: 'closed', reason: 'a congress', basedOn: 0 },
    {
      ...{ requestId, cabin: 'Y', code: 'Q', decision: 'open', reason: 'a congress', basedOn: 0 },
      scope: { kind: 'route', origin: 'JFK', destination: 'LAX', from: '2026-11-21', to: '2026-11-24' },
    },
  ],
  'pricing.readFares': [{ bytes: 'ZmxpZ2h0' }],
  'pricing.setFares': [{ requestId, fares: [{ flightId: 1, fare: 104_00, currency: 'USD', readAt: 1_800_000_000_000 }] }],
  'schedule.upload': [{ uploadId: 'upload-0001', part: 0, bytes: 'QUFB' }],
  'schedule.preview': [{ uploadId: 'upload-0001', name: 'winter.ssim' }],
  'schedule.apply': [{ requestId, importId: 'import-0001' }],
  'schedule.cancel': [{}, { importId: 'import-0001' }],
  ...HAND_EXAMPLES,
  ...FLEET_EXAMPLES,
  ...HEALTH_EXAMPLES,
  'settings.get': [{}],
  'settings.set': [
    { requestId, name: 'holdMinutes', value: 6 },
    { requestId, name: 'holdMinutes', value: 'six' },
  ],
  'settings.setBackups': [{ requestId, hourly: true, atQuit: false, hourlyKept: 24, dailyKept: 30 }],
  'events.since': [{ after: 0 }],
  'console.follow': [{ topics: ['queues', 'flight:7', 'booking:12', 'desk:T1-04'], after: 0, anew: true }],
  ...UPKEEP_EXAMPLES,
};
