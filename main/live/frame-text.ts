/** A frame as it is sent: events in order, each as the journal has it, and the number up to which the console knows now what it follows. */
export const frameText = (events: readonly string[], to: number): string => `{"events":[${events.join(',')}],"to":${to}}`;

/** Frames were left out: the console asks anew for all that it shows, and knows all until this number then. */
export const resyncText = (to: number): string => `{"resync":true,"to":${to}}`;
