import type { Mutant } from './mutant.ts';

/** Bugs planted in the records of passengers. */
export const CUSTOMER_MUTANTS: readonly Mutant[] = [
  {
    name: 'an erased record is still found by its name',
    file: 'main/store/tables/customers-table.ts',
    find: "  await deleteKeys(db, row);\n  await db.change('DELETE FROM customer_bookings",
    replace: "  await db.change('DELETE FROM customer_bookings",
    seed: 2,
  },
  {
    name: 'an erase takes the contact out of bookings to come',
    file: 'main/commands/customers/erase-customer.ts',
    find: 'instant((await lastDeparture(context, row)) + CONTACT_KEPT_MS)',
    replace: 'instant(Math.min(0, await lastDeparture(context, row)) + CONTACT_KEPT_MS)',
    seed: 2,
  },
  {
    name: 'a second record of the same person is kept',
    file: 'main/commands/customers/customer-row.ts',
    find: 'if (dated ? row.birth_date === kept.birth_date : sharesContact(row, kept)) return row;',
    replace: 'if (dated && row.birth_date === kept.birth_date) return row;',
    seed: 2,
  },
  {
    name: 'a record that was changed meanwhile is overwritten',
    file: 'main/commands/customers/change-customer.ts',
    find: 'before.value.version !== version',
    replace: 'before.value.version < version',
    seed: 43,
  },
];
