import { useEffect, useState } from 'react';
import type { VoucherView } from '../../shared/methods/vouchers.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { isVoucherNumber } from './tenders.ts';

/** A number is typed sign by sign; the hub is asked once the typing has settled. */
const SETTLE_MS = 200;

export type KnownVoucher = { readonly number: string } & ({ readonly view: VoucherView } | { readonly refusal: Refusal });

/** What the register knows of a voucher's number; undefined as long as nobody has said. */
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
