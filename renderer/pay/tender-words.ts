import { type Minor, minor, moneyText } from '../../shared/money.ts';
import { countdown } from '../format/times.ts';
import type { TenderDraft, TenderReading } from './tenders.ts';

const BY = { card: 'by card', voucher: 'by voucher', wallet: 'by wallet', account: 'on account' } as const;

/** What the button does: `Take 622.00 cash`, `Take 840.00 cash, give 2.94`, `Take 100.00 by card, 522.00 stays due`. */
export function takeWords(draft: TenderDraft, read: TenderReading, due: Minor, currency: string, tryAgain = false): string {
  const money = (amount: number): string => moneyText(minor(amount), currency);
  if (!read.ok && read.restMs !== undefined) return `Terminal rests, ${countdown(read.restMs)}`;
  if (!read.ok) return `Take ${draft.kind === 'cash' ? 'cash' : `${draft.kind === 'account' ? 'an' : 'a'} ${draft.kind}`}`;
  const { tender } = read;
  const stays = tender.amount < due ? `, ${money(due - tender.amount)} stays due` : '';
  if (tryAgain && tender.kind === 'card') return `Try the card again for ${money(tender.amount)}${stays}`;
  if (tender.kind !== 'cash') return `Take ${money(tender.amount)} ${BY[tender.kind]}${stays}`;
  const change = tender.given - tender.amount;
  return `Take ${money(tender.given)} cash${change > 0 ? `, give ${money(change)}` : stays}`;
}
