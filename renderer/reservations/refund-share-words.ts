import type { CancelOffer } from './booking-store.ts';

const KINDS = { cash: 'to cash', card: 'to the card', voucher: 'to the voucher', wallet: 'to the wallet', account: 'to the account' };

/** Where a part of a refund goes: `to the card`. */
export const refundShareWords = ({ kind, reference }: Pick<CancelOffer['to'][number], 'kind' | 'reference'>): string =>
  kind === 'voucher' && reference === '' ? 'to a new voucher' : KINDS[kind];
