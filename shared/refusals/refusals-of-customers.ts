/** How Aisle says no about records of customers. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_CUSTOMERS = {
  CUSTOMER_UNKNOWN: { message: 'No such record is kept.', next: 'Find the customer again.' },
  CUSTOMER_ERASED: { message: 'This record was erased.', next: 'Find the customer among the bookings.' },
  CUSTOMER_KNOWN: { message: '{name} is kept already.', next: 'Open the record and change it.' },
  CUSTOMER_CHANGED: { message: 'Somebody changed this record meanwhile.', next: 'Read it again, then change it.' },
} as const;
