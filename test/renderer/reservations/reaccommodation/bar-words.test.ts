import { expect, test } from 'vitest';
import { acceptText, leftText, refundsText, toldText } from '../../../../renderer/reservations/reaccommodation/bar-words.ts';
import { canStay } from '../../../../renderer/reservations/reaccommodation/choose-other.ts';
import type { Kept } from '../../../../renderer/reservations/reaccommodation/desk-store.ts';
import type { Standing } from '../../../../renderer/reservations/reaccommodation/selection.ts';
import type { ChangedBooking } from '../../../../shared/methods/reaccommodation.ts';
import { changed, changedLeg, proposed, way } from './desk-samples.ts';

type By = ChangedBooking['contact']['by'];
const toldBy = (by: By, email = '', phone = '1') => ({ contact: { by, email, phone, language: 'en' } });

test.each<[By[], string]>([
  [[], ''],
  [['email'], '1 e-mail'],
  [['call', 'email', 'sms', 'email', 'sms', 'call'], '2 e-mails, 2 SMS, 2 to call'],
])('%j are told by: %s', (by, said) => {
  expect(toldText(by.map((one) => toldBy(one)))).toBe(said);
});

test('who has an address alone, or no contact, was counted among those to call', () => {
  const told = [
    toldBy('call'),
    toldBy('call', 'a@b.example', '1'),
    toldBy('call', 'a@b.example', ''),
    toldBy('call', '', ''),
    toldBy('email'),
  ];
  expect(toldText(told)).toBe('1 e-mail, 2 to call, 1 to write to, 1 without a contact');
});

test.each<[By[], string]>([
  [[], 'Accept 0 and send'],
  [['call', 'call'], 'Accept 2'],
  [['call', 'sms'], 'Accept 2 and send'],
])('%j (a button said that it sends where nobody is reached): %s', (by, said) => {
  expect(acceptText(by.map((one) => toldBy(one)))).toBe(said);
});

test.each<[Standing[], string]>([
  [['kept', 'done', 'unasked'], ''],
  [['conflict'], '1 conflict stays here'],
  [['conflict', 'none'], '1 conflict and 1 without a way stay here'],
  [['conflict', 'conflict', 'none', 'lapsed'], '2 conflicts, 1 without a way and 1 whose seats lapsed stay here'],
])('%j: %s', (standings, said) => {
  expect(leftText(standings)).toBe(said);
});

test('money goes back for chosen seats that are lost, and whole where it was asked for; each currency has a sum of its own', () => {
  const row = (bookingId: number, currency: string) => changed(bookingId, 'F6PK2W', 'LARSEN/NILS MR', { currency });
  const kept = (bookingId: number, back: number): Kept => ({
    ...proposed(row(bookingId, 'USD'), [way(bookingId, 'UA 711', ['21A'], 9, { back })]),
    ...{ take: bookingId, quote: null },
  });
  const rows = [row(1, 'USD'), row(2, 'USD')];
  const both = new Map([
    [1, kept(1, 0)],
    [2, kept(2, 12_50)],
  ]);
  expect(refundsText([], both)).toBe('');
  expect(refundsText(rows.slice(0, 1), both)).toBe('refunds 0.00');
  expect(refundsText(rows, both)).toBe('refunds 12.50');
  expect(refundsText([...rows, row(3, 'JPY')], both)).toBe('refunds 12.50 USD, 0 JPY');
});

test.each<[string, Parameters<typeof changedLeg>[0], boolean]>([
  ['moved far', { change: 'movedFar' }, true],
  ['another airport', { change: 'otherDestination' }, true],
  ['cancelled', { change: 'cancelled' }, false],
  ['its seat is gone, and none is left', { change: 'seatGone', seats: ['over'] }, false],
  ['its seat is gone, and another one was given', { change: 'seatGone', seats: ['20A'] }, true],
  ['too short to the next', { change: 'connection', connection: { sold: 70, now: 20, least: 30 } }, false],
  ['sold above the seats, and nothing was changed: the hub has nothing to accept', { change: 'none', seats: ['over'] }, false],
  ['just long enough', { change: 'moved', connection: { sold: 70, now: 30, least: 30 } }, true],
])('a flight as it is now can be flown: %s', (_case, leg, can) => {
  expect(canStay({ legs: [changedLeg(leg)] })).toBe(can);
});
