import { expect, test } from 'vitest';
import { withinSentence } from '../../../renderer/format/within-sentence.ts';
import { byWhom, otherFlights, partyWords, seatsOffered, stepWords, whyWords } from '../../../renderer/waitlist/wait-words.ts';
import type { WaitReason, WaitStep } from '../../../shared/methods/waitlist.ts';

test.each<[WaitReason, string, string]>([
  [{ kind: 'offered' }, 'Offered 4D 4F', 'first that fits'],
  [{ kind: 'no-seat' }, 'No seat free', ''],
  [{ kind: 'too-few', party: 3, free: 2 }, 'Party of 3, only 2 free', 'the party is kept together'],
  [{ kind: 'fare', fare: 161_800, limit: 150_000 }, 'Fare is above the limit', '1,618.00 now, up to 1,500.00 USD'],
  [{ kind: 'class', code: 'Q', left: 0, byHand: false, party: 2 }, 'Class Q is closed', 'its seats are kept for dearer classes'],
  [{ kind: 'class', code: 'Q', left: 0, byHand: true, party: 2 }, 'Class Q is closed', 'by a supervisor'],
  [{ kind: 'class', code: 'Q', left: 1, byHand: false, party: 2 }, 'Class Q has 1 seat', 'a party of 2 is kept together'],
  [{ kind: 'class', code: 'Q', left: null, byHand: false, party: 2 }, 'There is no class Q now', 'the prices in force do not have it'],
  [{ kind: 'no-fit' }, 'No seats for this party', 'only exit rows or seats that cost extra are free'],
  [{ kind: 'fits' }, 'Fits now', 'R offers it its seats'],
  [{ kind: 'cancelled' }, 'The flight does not operate', 'choose another flight'],
  [{ kind: 'ended', at: 0 }, 'Offers have ended', 'so near to departure nothing is offered'],
])('%j is said in the words of the list', (why, text, more) => {
  expect(whyWords(why, { currency: 'USD', offered: '4D 4F' })).toEqual({ text, more });
});

test('an offer names its flight on the list of another one (the list of one flight offered a seat of the next, as if it were its own)', () => {
  const flight = { origin: 'JFK', destination: 'BUF', originZone: 'America/New_York', departsAt: 0 };
  const flights = [
    { flightId: 1, flight: 'B6 9011', ...flight },
    { flightId: 2, flight: 'B6 9013', ...flight },
  ];
  const offer = { bookingId: 1, locator: 'K7QF2M', flightId: 2, seats: ['1D'], offeredAt: 0, until: 1, total: 129_00, answeredAt: null };
  expect(seatsOffered({ offer, flights }, 1)).toBe('1D on B6 9013');
  expect(seatsOffered({ offer, flights }, 2)).toBe('1D');
  expect(seatsOffered({ offer: null, flights }, 2)).toBe('');
});

test('where nothing comes any more on one flight, the others that the party waits for are named (it was told to choose another flight)', () => {
  const flight = { origin: 'JFK', destination: 'BUF', originZone: 'America/New_York' };
  const flights = [
    { ...flight, flightId: 1, flight: 'B6 9011', departsAt: 30 },
    { ...flight, flightId: 2, flight: 'B6 9013', departsAt: 40 },
    { ...flight, flightId: 3, flight: 'B6 9009', departsAt: 20 },
  ];
  const others = otherFlights({ flights }, 1, 25);
  expect(others).toBe('B6 9013');
  for (const why of [{ kind: 'cancelled' }, { kind: 'ended', at: 0 }] as const)
    expect(whyWords(why, { currency: 'USD', others }).more).toBe('waits for B6 9013 too');
});

test('a class keeps its capital within a sentence (the list of flights said "class q is closed")', () => {
  const why = whyWords({ kind: 'class', code: 'Q', left: 0, byHand: true, party: 2 }, { currency: 'USD' });
  expect(withinSentence(why.text)).toBe('class Q is closed');
});

test('a party is told by its kinds, an infant on a lap last', () => {
  const adult = { type: 'ADT', infant: true, assistance: false } as const;
  const child = { type: 'CHD', infant: false, assistance: false } as const;
  expect(partyWords([adult, { ...adult, infant: false }, child])).toBe('2 ADT, 1 CHD, 1 INF');
});

test.each<[Pick<WaitStep, 'kind' | 'text' | 'why'>, string]>([
  [{ kind: 'joined', text: '', why: null }, 'joined'],
  [{ kind: 'moved', text: 'supervisor: missed connection', why: null }, 'moved, supervisor: missed connection'],
  [{ kind: 'offered', text: '4D 4F', why: null }, 'was offered 4D 4F'],
  [{ kind: 'ended', text: '4D', why: 'paid' }, 'has 4D, KL'],
  [{ kind: 'ended', text: '4D', why: 'lapsed' }, 'offer lapsed'],
])('%j', (step, text) => expect(stepWords({ ...step, entryId: 1, at: 0, name: 'CHEN/MEI', user: 'ruiz', desk: 'T1-04' })).toBe(text));

test.each<[WaitStep['kind'], string, string, string]>([
  ['joined', 'ruiz', 'T1-04', 'ruiz, T1-04'],
  ['offered', 'weber', 'T1-05', 'by the list, T1-05'],
  ['ended', '-', '', 'by itself'],
  ['moved', 'osei', '', 'osei'],
])('%s of %s at desk %s is told as %s (an offer was said to be made by who took the party)', (kind, user, desk, text) =>
  expect(byWhom({ kind, user, desk })).toBe(text),
);
