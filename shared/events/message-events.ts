import { bookingMoved } from './booking-moved.ts';

/** What happens to messages and to offers that are told again. */
export const MESSAGE_EVENTS = {
  /** A message (the note says which) has gone out. */
  'message.sent': bookingMoved,
  /** A message is not tried any more until a supervisor asks for it. */
  'message.stuck': bookingMoved,
  /** A supervisor had a message sent again. */
  'message.sentAgain': bookingMoved,
  /** Language or opt-out of the booking were set. */
  'message.wished': bookingMoved,
  /** A party was told of its offer once more: by message, or on the phone, with what came of it. */
  'offer.messagedAgain': bookingMoved,
  'offer.called': bookingMoved,
} as const;
