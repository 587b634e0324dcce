import type { MessageKind } from '../../shared/message-kinds.ts';

/** What is left of the flights after a message of some kind. Seats that are not paid yet are not sure; where they were lost, nobody flies. */
export const STANDING_AFTER: Readonly<Record<MessageKind, 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'>> = {
  ...{ held: 'TENTATIVE', waitlistOffered: 'TENTATIVE', expired: 'CANCELLED', paymentFailed: 'CANCELLED', cancelled: 'CANCELLED' },
  ...{ confirmed: 'CONFIRMED', changed: 'CONFIRMED', upgraded: 'CONFIRMED', flightsChanged: 'CONFIRMED', reaccommodated: 'CONFIRMED' },
};
