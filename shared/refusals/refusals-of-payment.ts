/** How Aisle says no about time limits, tenders and cards. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_PAYMENT = {
  TIME_LIMIT_OFF: { message: 'Nothing is paid later here, so {locator} gets no time limit.', next: 'Confirm it while its seats are held.' },
  TIME_LIMIT_EARLY: { message: 'The time limit of {locator} is over already.', next: 'Type a later date and hour.' },
  TIME_LIMIT_LATE: { message: '{locator} cannot be kept beyond {why}, {until}.', next: 'Type an earlier date and hour.' },
  TIME_LIMITS_FULL: {
    message: 'Desk {desk} keeps {most} holds that are paid later already.',
    next: 'Confirm or release one of them first.',
  },
  TENDERS_MISMATCH: { message: 'The tenders add up to {given} {currency}, the price is {due} {currency}.', next: 'Make them equal.' },
  CASH_SHORT: { message: 'The cash given is less than the amount it pays.', next: 'Count again.' },
  VOUCHER_TWICE: { message: 'Voucher {voucher} stands twice among the tenders.', next: 'Take it once.' },
  VOUCHER_UNKNOWN: { message: 'There is no voucher {voucher}.', next: 'Check the number, or take another tender.' },
  VOUCHER_EXPIRED: { message: 'Voucher {voucher} was valid until {date}.', next: 'Take another tender.' },
  VOUCHER_OTHER_CURRENCY: { message: 'Voucher {voucher} is in {currency}, the price in {due}.', next: 'Take another tender.' },
  VOUCHER_EMPTY: { message: 'Nothing is left on voucher {voucher}.', next: 'Take another tender.' },
  VOUCHER_SHORT: {
    message: 'Voucher {voucher} has {balance} {currency} left, {asked} were asked of it.',
    next: 'Take {balance} of it and the rest by another tender.',
  },
  WALLET_USED: { message: 'The wallet reference {wallet} has paid for {locator}.', next: 'Read the reference on the phone again.' },
  ACCOUNT_TWICE: { message: 'Account {account} stands twice among the tenders.', next: 'Take it once.' },
  ACCOUNT_UNKNOWN: { message: 'There is no account {account}.', next: 'Check the code, or take another tender.' },
  ACCOUNT_CLOSED: { message: 'Account {account} is closed.', next: 'Take another tender.' },
  ACCOUNT_OTHER_CURRENCY: { message: 'Account {account} is in {currency}, the price in {due}.', next: 'Take another tender.' },
  ACCOUNT_LIMIT: {
    message: 'Account {account} has {room} {currency} of its limit left, {asked} were asked of it.',
    next: 'Take {room} on the account and the rest by another tender.',
  },
  SLIP_USED: {
    message: 'Approval code {approvalCode} has paid {paid} {currency} for {locator} at desk {desk}.',
    next: 'Compare the slips. If this is another one, say so and take it.',
  },
  TERMINAL_MISSING: { message: 'No card terminal is connected to this desk.', next: 'Type the approval code from the slip.' },
  TERMINAL_RESTS: {
    message: 'The card terminal failed {failures} times in a row, so it is not asked until {until}. Nothing was charged.',
    next: 'Take cash or a voucher, or type the approval code from a slip.',
  },
  CHARGE_NOT_TAKEN: {
    message: 'A card of this sale does not stand taken for {locator}.',
    next: 'Look at the hold again and take the rest by another tender.',
  },
  NO_CARD_ASKED: { message: 'No card is being asked for this booking.', next: 'Look at the booking.' },
  PAYMENT_DECLINED: {
    message: 'The card was declined: {reason}.',
    next: 'The seats stay held until {until}. Try again, or take another tender.',
  },
  PAYMENT_TIMED_OUT: {
    message: 'The terminal did not answer. The charge is being reversed.',
    next: 'The seats stay held until {until}. Try again, or take another tender.',
  },
  PAYMENT_GIVEN_UP: {
    message: 'The terminal was given up. What it may have charged is being reversed.',
    next: 'The seats stay held until {until}. Try again, or take another tender.',
  },
  PAYMENT_FAILED: {
    message: 'The payment failed: {reason}. {charged}.',
    next: 'The seats are released. Hold them again to pay another way.',
  },
  PAYMENT_STOPPED: {
    message: 'Aisle is shutting down, so the payment was stopped. What was charged is being reversed.',
    next: 'The seats are released. Start Aisle again and hold them again.',
  },
  PAYMENT_TOO_LATE: {
    message: 'The payment came after the hold ended and seat {seat} is gone.',
    next: 'The charge is being reversed. Hold other seats.',
  },
} as const;
