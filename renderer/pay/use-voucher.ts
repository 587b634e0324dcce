import { useEffect, useState } from 'react';
import type { VoucherView } from '../../shared/methods/vouchers.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { isVoucherNumber } from './tenders.ts';

/** The hub is asked when no sign was typed for so long. */
const SETTLE_MS = 200;

export type KnownVoucher = { readonly number: string } & ({ readonly view: VoucherView } | { readonly refusal: Refusal });

/** What the register knows of a voucher's number; undefined until the hub has answered. */
export function useVoucher(number: string): KnownVoucher | undefined {
  const [known, setKnown] = useState<KnownVoucher>();
  useEffect(() => {
    if (!isVoucherNumber(number)) return;
    let current = true;
    const timer = setTimeout(async () => {
      const reply = await call('vouchers.get', { number });
      if (current) setKnown(reply.ok ? { number, view: reply.value } : { number, refusal: reply.refusal });
    }, SETTLE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [number]);
  return known?.number === number ? known : undefined;
}
