import { saysWhy } from '../../shared/reason.ts';
import { BLOCK_RULES } from '../../shared/seat-blocks.ts';
import type { SeatClaim } from '../seats/seat-events.ts';
import { useSeats } from '../seats/seat-store.ts';
import { type Sale, sittingOn } from './sale.ts';
import { showStep } from './step-store.ts';

export const OVERRIDE_FIELD = 'sale-override';

/** Whether a block keeps a seat from this passenger: all but one that is for who needs assistance. */
export const isBlockedFor = (claim: SeatClaim | undefined, passenger: { readonly assistance: boolean } | undefined): boolean =>
  claim?.state === 'blocked' &&
  !(passenger?.assistance === true && claim.blocks?.every(({ code }) => BLOCK_RULES[code].sold === 'assistance'));

/** The seats of a sale that are blocked for who would sit there. Only a supervisor can pick them. */
export function blockedPicks(sale: Sale): { readonly seat: string; readonly claim: SeatClaim | undefined }[] {
  const { flights } = useSeats.getState();
  return sale.legs.flatMap((leg, at) => {
    const sitting = sittingOn(sale, at);
    return leg.seats.flatMap((seat, place) => {
      const claim = seat === null ? undefined : flights[leg.flightId]?.claims[seat];
      return seat !== null && isBlockedFor(claim, sitting[place]) ? [{ seat, claim }] : [];
    });
  });
}

/** The reason that goes with the hold; undefined where no picked seat is blocked, empty where it says too little yet. */
export function overrideOf(sale: Sale): string | undefined {
  if (blockedPicks(sale).length === 0) return undefined;
  const reason = sale.override.trim();
  return saysWhy(reason) ? reason : '';
}

/** To the field of the reason. */
export function focusOverride(): void {
  showStep('money');
  // On a narrow screen the hold is shown only now.
  requestAnimationFrame(() => document.getElementById(OVERRIDE_FIELD)?.focus());
}
