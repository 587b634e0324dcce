/** What the key of a desk signs to show that it is there: the hub's challenge of this connection, and which hub asked. Another hub can do nothing with it. */
export const deskProofText = (challenge: string, hub: string): string => `aisle desk\n${challenge}\n${hub}`;
