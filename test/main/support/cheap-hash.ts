import { hashPin } from '../../../main/sessions/pin-hash.ts';

/** The hash of a PIN as the store keeps it, at a cost of nearly nothing: the text names its cost, and the PIN is checked at that cost. */
export const cheapHash = (pin: string, user: string, requestId = 'given0001') => hashPin(pin, user, requestId, { N: 16, r: 8, p: 1 });
