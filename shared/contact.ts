import { isPrintable } from './method.ts';

/** The longest phone number and e-mail of a booking. */
export const PHONE_MAX = 40;
export const EMAIL_MAX = 120;
const PHONE_DIGITS_MIN = 5;

/** Whether somebody could be called by it: digits, and the signs with which they are written. */
export const isPhone = (text: string): boolean =>
  text.length <= PHONE_MAX && /^\+?[\d\s()./-]+$/.test(text) && text.replace(/\D/g, '').length >= PHONE_DIGITS_MIN;

/** Whether somebody could be written to: `name@example.com`. */
export const isEmail = (text: string): boolean => text.length <= EMAIL_MAX && isPrintable(text) && /^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(text);
