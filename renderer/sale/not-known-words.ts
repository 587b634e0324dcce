/** Said of a sale or a change whose answer was lost on the way. */
export const notKnownWords = (what: 'sale' | 'change'): string => `Not known yet whether this ${what} was made.`;
