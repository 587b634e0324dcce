/** Receipts are numbered by their booking, in as many digits as a customer can read out. */
const NUMBER_LENGTH = 8;

export const receiptNumber = (bookingId: number): string => String(bookingId).padStart(NUMBER_LENGTH, '0');
