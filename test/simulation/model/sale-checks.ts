import type { SaleInput } from '../../../main/commands/check-sale.ts';
import { SLIP_AGAIN_MS } from '../../../shared/bounds.ts';
import type { Tender } from '../../../shared/methods/tenders.ts';
import { balancesPay } from './accounts.ts';
import { refused } from './expected.ts';
import type { Model, ModelBooking, ModelCommand, ModelName } from './model.ts';

const yearsBetween = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);

/** Those of a party who have a seat on a flight, in their order, and who of them carries an infant there. */
export const sittingOn = (party: ModelBooking['party'], segment: number) =>
  party.flatMap((held, place) => {
    const { seatFrom } = held;
    if (seatFrom && seatFrom.segment > segment) return [];
    const carries = held.infant || party.some((one) => one.seatFrom && one.seatFrom.segment > segment && one.seatFrom.with === place);
    return [{ ...held, place, carries }];
  });

/** Children without an adult are old enough on the day of the first flight, or a supervisor has said yes. */
export function childrenMayTravel(
  { legs, names }: { readonly legs: ModelBooking['legs']; readonly names: readonly Pick<ModelName, 'type' | 'birthDate'>[] },
  minorsBy: string | undefined,
): void {
  if (names.some(({ type }) => type === 'ADT')) return;
  const ages = names.map(({ birthDate }) => yearsBetween(birthDate ?? '1980-01-01', legs[0]?.date ?? ''));
  if (ages.some((age) => age < 5)) throw refused('CHILD_ALONE');
  if (!minorsBy && ages.some((age) => age < 12)) throw refused('MINOR_ALONE');
}

type Given = readonly Omit<ModelName, 'given'>[];

const withAges = (legs: ModelBooking['legs'], given: Given) =>
  given.map((name) => ({ ...name, ages: legs.map(({ date }) => yearsBetween(name.birthDate ?? '1980-01-01', date)) }));

/** Names and ages that fit who has a seat where, in the order of the list of refusals. */
export function namesRight({ party, legs }: Pick<ModelBooking, 'party' | 'legs'>, given: Given): void {
  const names = withAges(legs, given);
  // Infants on laps stand after who has a seat, in any order.
  const infants = party.flatMap(({ infant }, place) => (infant ? [`INF ${place}`] : []));
  const told = names.map((name) => `${name.type} ${name.with}`);
  const inOrder = [...told.slice(0, party.length), ...told.slice(party.length).sort()];
  if (inOrder.join() !== [...party.map(({ type }) => `${type} null`), ...infants].join()) throw refused('PASSENGERS_MISMATCH');
  if (names.some(({ type, with: carrier }) => type === 'INF' && party[carrier ?? -1]?.type !== 'ADT')) throw refused('PASSENGERS_MISMATCH');
  if (names.some(({ surname, type, birthDate }) => !/[A-Z].*[A-Z]/i.test(surname) || (type !== 'ADT' && !birthDate)))
    throw refused('NAME_INVALID');
  const between = { ADT: [12, 200], CHD: [2, 11], INF: [0, 1], INS: [0, 1] } as const;
  if (names.some(({ type, ages: [age = 0] }) => age < between[type][0] || age > between[type][1])) throw refused('AGE_MISMATCH');
  const begins = (at: number) => legs.findIndex(({ segment }) => segment >= (party[at]?.seatFrom?.segment ?? 0));
  const lap = ({ type, ages }: (typeof names)[number], at: number) => (type === 'INF' ? ages : ages.slice(0, begins(at)));
  if (names.some((name, at) => lap(name, at).some((age) => age > 1))) throw refused('INFANT_TURNS_TWO');
  if (names.some(({ ages }, at) => party[at]?.seatFrom && (ages[begins(at)] ?? 2) < 2)) throw refused('INFANT_SEAT_EARLY');
}

/** The same, children alone, and who sits in exit rows. */
export function namesFit(
  model: Model,
  { party, legs }: Pick<ModelBooking, 'party' | 'legs'>,
  given: Given,
  minorsBy: string | undefined,
): void {
  namesRight({ party, legs }, given);
  const names = withAges(legs, given);
  childrenMayTravel({ legs, names: given }, minorsBy);
  const young = ({ fact, leg, at }: ReturnType<Model['seats']>[number]): boolean => {
    const place = sittingOn(party, legs[leg]?.segment ?? 0)[at]?.place ?? -1;
    return fact?.exit === true && (names[place]?.ages[leg] ?? 99) < 15;
  };
  if (model.seats(legs).some(young)) throw refused('EXIT_ROW_TOO_YOUNG');
}

/** Tenders that pay a price, apart from charges that they name, in the order of the list of refusals. */
export function tendersPay(
  model: Model,
  total: number,
  { tenders, slipsCompared }: Pick<SaleInput, 'tenders' | 'slipsCompared'>,
  { now, actor }: ModelCommand,
): void {
  if (tenders.reduce((sum, { amount }) => sum + amount, 0) !== total) throw refused('TENDERS_MISMATCH');
  if (tenders.some((tender) => tender.kind === 'cash' && tender.given < tender.amount)) throw refused('CASH_SHORT');
  const vouchers = tenders.flatMap((tender) =>
    tender.kind === 'voucher' ? [{ ...tender, known: model.vouchers.get(tender.voucher) }] : [],
  );
  if (new Set(vouchers.map(({ voucher }) => voucher)).size < vouchers.length) throw refused('VOUCHER_TWICE');
  if (vouchers.some(({ known }) => !known)) throw refused('VOUCHER_UNKNOWN');
  if (vouchers.some(({ known }) => known && known.validUntil <= now)) throw refused('VOUCHER_EXPIRED');
  if (vouchers.some(({ known }) => known?.currency !== 'USD')) throw refused('VOUCHER_OTHER_CURRENCY');
  if (vouchers.some(({ known }) => known?.balance === 0)) throw refused('VOUCHER_EMPTY');
  if (vouchers.some(({ known, amount }) => known && known.balance < amount)) throw refused('VOUCHER_SHORT');
  balancesPay(model, tenders);
  const typed = tenders.flatMap((tender) =>
    tender.kind === 'card' && tender.approvalCode ? [{ code: tender.approvalCode, amount: tender.amount }] : [],
  );
  const paid = (code: string, price: number): boolean =>
    [...model.takenAt].some(([bookingId, taken]) =>
      model.booking(bookingId).tenders.some(({ approvalCode, amount }, place) => {
        const { at, desk } = taken[place] ?? { at: 0, desk: '' };
        return approvalCode === code && at > now - SLIP_AGAIN_MS && (desk === actor.desk || amount === price);
      }),
    );
  const again = typed.some(({ code, amount }, place) => paid(code, amount) || typed.findIndex((one) => one.code === code) < place);
  if (again && !slipsCompared) throw refused('SLIP_USED');
}

/** What is stored of tenders. `approved`: those that the terminal has charged. */
export const tendersTaken = (
  model: Model,
  tenders: readonly Tender[],
  approved: readonly { readonly tender: number; readonly reference: string; readonly approvalCode: string | null }[],
): ModelBooking['tenders'] =>
  tenders.map((tender, place) => {
    const charged = approved.find((one) => one.tender === place);
    const named = tender.kind === 'card' ? tender.charge : undefined;
    const charge = charged?.reference ?? named ?? null;
    const code =
      tender.kind === 'card' ? (charged?.approvalCode ?? model.payments.get(named ?? '')?.approvalCode ?? tender.approvalCode) : null;
    if (tender.kind === 'card' && code === null) throw new Error(`the card of tender ${place} was not charged`);
    const voucher = tender.kind === 'voucher' ? tender.voucher : null;
    const of = {
      ...(tender.kind === 'wallet' ? { wallet: tender.wallet } : {}),
      ...(tender.kind === 'account' ? { account: tender.account } : {}),
    };
    return { kind: tender.kind, amount: tender.amount, voucher, refunded: 0, charge, approvalCode: code, ...of };
  });
