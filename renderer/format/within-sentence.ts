/** A text that begins in the middle of a sentence: `Class Q is closed` after a colon. Only its first letter becomes small. */
export const withinSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
