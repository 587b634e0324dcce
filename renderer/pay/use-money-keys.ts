import type { Minor } from '../../shared/money.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { chooseTender, giveRoundSum } from './tender-draft-store.ts';

const cash = (): void => chooseTender('cash');
const card = (): void => chooseTender('card');
const voucher = (): void => chooseTender('voucher');
const wallet = (): void => chooseTender('wallet');
const account = (): void => chooseTender('account');

/** The keys of the money, while a tender may be taken. In the amount they work as they are typed. */
export function useMoneyKeys(screen: 'flight' | 'booking', active: boolean, due: Minor, currency: string): void {
  useDeeds(
    screen,
    active ? { C: cash, K: card, V: voucher, 'Shift K': wallet, 'Shift V': account, '+': () => giveRoundSum(due, currency) } : {},
  );
}
