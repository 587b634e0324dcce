import { z } from 'zod';

/** What a person decided otherwise than a rule or another person had, in words for a count: `downgrades 2`. */
export const OVERRIDE_WORDS = {
  waiver: 'refund rules waived',
  downgrade: 'downgrades',
  otherName: 'names of another person',
  afterClose: 'holds after the close',
  blockedSeat: 'blocked seats taken',
  blockFreed: 'blocks freed',
  priority: 'waitlist priorities',
  authorised: 'cabins authorised',
  bookingClass: 'classes decided',
} as const;

export type OverrideKind = keyof typeof OVERRIDE_WORDS;
export const OVERRIDE_KINDS = Object.keys(OVERRIDE_WORDS) as [OverrideKind, ...OverrideKind[]];

/** In an event: which of these a person did with it; left out for none. The reason is kept apart, because a person types it. */
export const overriding = { overrides: z.array(z.enum(OVERRIDE_KINDS)).optional() };

/** How many of each kind; a kind without any is left out. */
export type OverrideCounts = Readonly<Partial<Record<OverrideKind, number>>>;
