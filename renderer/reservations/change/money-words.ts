import type { ChangeOffer } from '../../../shared/methods/changes.ts';
import type { Way } from '../../../shared/methods/reaccommodation.ts';
import { minor, moneyText } from '../../../shared/money.ts';

/** `+32.71`, `−60.00`, `0.00`. */
export function signedMoney(amount: number, currency: string): string {
  return `${amount > 0 ? '+' : ''}${moneyText(minor(amount), currency)}`;
}

const TO = { cash: 'to cash', card: 'to the card', voucher: 'to the voucher', wallet: 'to the wallet', account: 'to the account' } as const;

/** Where a part of a refund goes: `to the card`, `to a new voucher`. */
export const refundToWords = ({ kind, reference }: ChangeOffer['to'][number]): string =>
  kind === 'voucher' && reference === '' ? 'to a new voucher' : `${TO[kind]}${reference === '' ? '' : ` ${reference}`}`;

/** `fare +20.00, fee 80.00`; of a lower fare the rule keeps something too: `fare −30.00, kept 110.00`. */
export function costWords({ total, kept }: NonNullable<Way['cost']>, currency: string): string {
  const fare = total - kept;
  const said = fare === 0 ? 'same fare' : `fare ${signedMoney(fare, currency)}`;
  if (kept === 0) return `${said}, no fee`;
  return `${said}, ${fare < 0 ? 'kept' : 'fee'} ${moneyText(minor(kept), currency)}`;
}

/** `110.16 to pay`, `60.00 back`, `nothing to pay`. */
export function totalWords(total: number, currency: string): string {
  if (total === 0) return 'nothing to pay';
  const text = moneyText(minor(Math.abs(total)), currency);
  return total > 0 ? `${text} to pay` : `${text} back`;
}
