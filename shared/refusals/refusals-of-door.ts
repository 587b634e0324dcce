/** How Aisle says no to other systems before a method is reached: over HTTP alone. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_DOOR = {
  KEY_NEEDED: {
    message: 'This needs the key of a paired system.',
    next: 'Send it as Authorization: Bearer, its id, a full stop and its secret. A supervisor pairs systems in Admin, Desks.',
  },
  CONSOLE_ONLY: { message: '{method} is for a console: {why}.', next: '{instead}.' },
  SYSTEM_MAY_NOT: {
    message: 'This system may not {what}: nobody has allowed it “{needed}”.',
    next: 'Ask a supervisor to change what it may, in Admin, Desks.',
  },
  BODY_TYPE: { message: 'The body is {type}, and only JSON is read.', next: 'Send Content-Type: application/json, in UTF-8.' },
  BODY_ENCODED: {
    message: 'The body is compressed or encoded, and only plain bodies are read.',
    next: 'Send it without Content-Encoding.',
  },
  EVENTS_AHEAD: {
    message: 'The journal ends at {newest}.',
    next: 'This store was put back from a backup, or is another one. Read it from the beginning.',
  },
} as const;
