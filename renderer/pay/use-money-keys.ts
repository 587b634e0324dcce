import { useKeys } from '../parts/use-keys.ts';
import { chooseTender, giveRoundSum } from './tender-draft-store.ts';

const KEYS: Readonly<Record<string, () => void>> = {
  C: () => chooseTender('cash'),
  K: () => chooseTender('card'),
  V: () => chooseTender('voucher'),
  '+': giveRoundSum,
};

/** The keys of the money, while a tender may be taken. In the amount they work as they are typed. */
export function useMoneyKeys(active: boolean): void {
  useKeys((key) => {
    const run = active ? KEYS[key] : undefined;
    run?.();
    return run !== undefined;
  });
}
