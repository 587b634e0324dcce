import type { Mutant } from './mutant.ts';

/** Bugs planted in what the activity of a console shows. */
export const ACTIVITY_MUTANTS: readonly Mutant[] = [
  {
    name: 'the activity shows the change after an upgrade as an upgrade too',
    file: 'renderer/stores/told-by.ts',
    find: "else if (given && isAbout(event, 'booking') && event.data.bookingId === given.data.bookingId) given = undefined;",
    replace: '',
    kind: 'activity',
    seed: 26,
  },
  {
    name: 'the activity shows seats that are offered to who waited as held',
    file: 'renderer/stores/told-by.ts',
    find: "if (event.type === 'waitlist.offered')",
    replace: "if (event.type === 'waitlist.offered' && event.data.hold === null)",
    seed: 2,
    kind: 'activity',
  },
  {
    name: 'the activity is silent about a booking that was taken back',
    file: 'shared/message-of-event.ts',
    find: "'booking.saleUndone': 'cancelled'",
    replace: "'booking.saleUndone': null",
    seed: 2,
  },
];
