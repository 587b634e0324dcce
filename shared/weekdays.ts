/** The days of a week on which a flight leaves: digits 1 (Monday) to 7, each once. */
export const WEEKDAYS = /^(?!.*(.).*\1)[1-7]{1,7}$/;
