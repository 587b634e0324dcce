import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import { minor, moneyText } from '../../../shared/money.ts';
import { countText } from '../../format/count-text.ts';
import { type Kept, wayTaken } from './desk-store.ts';
import type { Standing } from './selection.ts';
import { type ToldBy, toldBy } from './told-by.ts';

const TOLD: readonly (readonly [ToldBy, one: string, more: string])[] = [
  ['email', 'e-mail', 'e-mails'],
  ['sms', 'SMS', 'SMS'],
  ['call', 'to call', 'to call'],
  ['write', 'to write to', 'to write to'],
  ['unknown', 'without a contact', 'without a contact'],
];

/** `14 e-mails, 2 SMS, 2 to call, 1 to write to` */
export function toldText(selected: readonly Pick<ChangedBooking, 'contact'>[]): string {
  const ways = selected.map(({ contact }) => toldBy(contact));
  const said = TOLD.flatMap(([way, one, more]) => {
    const count = ways.filter((by) => by === way).length;
    return count > 0 ? `${countText(count)} ${count === 1 ? one : more}` : [];
  });
  return said.join(', ');
}

/** `Accept 14 and send`; `Accept 2` where no message reaches anybody, so that nothing is sent. */
export function acceptText(selected: readonly Pick<ChangedBooking, 'contact'>[]): string {
  const words = `Accept ${countText(selected.length)}`;
  return selected.length === 0 || selected.some(({ contact }) => contact.by !== 'call') ? `${words} and send` : words;
}

/** Minor units that would go back: of the whole booking, or for chosen seats that are lost. */
function backOf(ours: Kept, { legs }: Pick<ChangedBooking, 'legs'>): number {
  if (ours.take === 'money') return ours.quote?.total ?? 0;
  if (ours.take === 'now') return legs.reduce((sum, { moneyBack }) => sum + moneyBack, 0);
  return wayTaken(ours)?.back ?? 0;
}

/** `refunds 0.00`; with bookings in several currencies `refunds 596.94 USD, 120.00 EUR`. Empty where nothing is selected. */
export function refundsText(
  selected: readonly Pick<ChangedBooking, 'bookingId' | 'currency' | 'legs'>[],
  kept: ReadonlyMap<number, Kept>,
): string {
  const sums = new Map<string, number>();
  for (const row of selected) {
    const ours = kept.get(row.bookingId);
    sums.set(row.currency, (sums.get(row.currency) ?? 0) + (ours ? backOf(ours, row) : 0));
  }
  const [only, ...more] = sums;
  if (!only) return '';
  if (more.length === 0) return `refunds ${moneyText(minor(only[1]), only[0])}`;
  return `refunds ${[...sums].map(([currency, sum]) => `${moneyText(minor(sum), currency)} ${currency}`).join(', ')}`;
}

/** `1 conflict and 1 without a way stay here`: what is not accepted with the others. */
export function leftText(standings: readonly Standing[]): string {
  const count = (standing: Standing): number => standings.filter((one) => one === standing).length;
  const [conflicts, none, lapsed] = [count('conflict'), count('none'), count('lapsed')];
  const parts = [
    conflicts > 0 ? `${countText(conflicts)} ${conflicts === 1 ? 'conflict' : 'conflicts'}` : '',
    none > 0 ? `${countText(none)} without a way` : '',
    lapsed > 0 ? `${countText(lapsed)} whose seats lapsed` : '',
  ].filter(Boolean);
  const [last, ...rest] = parts.toReversed();
  if (!last) return '';
  const words = rest.length === 0 ? last : `${rest.toReversed().join(', ')} and ${last}`;
  return `${words} ${conflicts + none + lapsed === 1 ? 'stays' : 'stay'} here`;
}
