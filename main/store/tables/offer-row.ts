import type { ChangeOffer } from '../../../shared/methods/changes.ts';
import type { CancelOffer } from '../../../shared/methods/offers.ts';

export interface OfferRow {
  readonly id: number;
  readonly number: number;
  readonly kind: CancelOffer['kind'] | ChangeOffer['kind'];
  readonly booking_version: number;
  /** JSON, as in the contract. */
  readonly offer: string;
  /** `offer`, where this handle wrote it itself (`offerOf`). */
  readonly written?: CancelOffer | ChangeOffer;
  readonly valid_until: number;
}
