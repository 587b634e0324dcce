import type { Mutant } from './mutant.ts';

/** Bugs planted in what a new schedule means to who is booked, and in imports that are applied in pieces. */
export const SCHEDULE_MUTANTS: readonly Mutant[] = [
  {
    name: 'a flight that was moved too far was moved a little',
    file: 'shared/leg-change.ts',
    find: "if (Math.abs(movedMs) > limitMinutes * MINUTE_MS) return 'movedFar';",
    replace: "if (Math.abs(movedMs) > limitMinutes * MINUTE_MS && limitMinutes < 0) return 'movedFar';",
    seed: 79,
  },
  {
    name: 'a move by exactly the limit is too far',
    file: 'shared/leg-change.ts',
    find: 'if (Math.abs(movedMs) > limitMinutes',
    replace: 'if (Math.abs(movedMs) >= limitMinutes',
    seed: 79,
  },
  {
    name: 'a connection that is lost is told as a move',
    file: 'shared/leg-change.ts',
    find: "if (now.connectionLost) return 'connection';",
    replace: "if (now.connectionLost && now.cancelled) return 'connection';",
    seed: 38,
  },
  {
    name: 'who was moved too far gets back what the policy says',
    file: 'shared/done-by-carrier.ts',
    find: "  movedFar: 'moved by',\n",
    replace: '',
    seed: 79,
  },
  {
    name: 'who lost a connection gets back what the policy says',
    file: 'shared/done-by-carrier.ts',
    find: "  connection: 'connection lost by',\n",
    replace: '',
    seed: 38,
  },
  {
    name: 'a booking is told twice where a piece of an import ended',
    file: 'main/commands/settle-schedule.ts',
    find: ' || (await wasTold(db, id, event))',
    replace: '',
    seed: 17,
  },
  {
    name: 'a booking is never told where a piece of an import ended',
    file: 'main/commands/settle-schedule.ts',
    find: 'everBookedOn(db, flight.id)) {\n        if (looked >= most) return done;',
    replace: 'everBookedOn(db, flight.id)) {\n        if (looked >= most) return flight.id;',
    seed: 17,
  },
  {
    name: 'the newest booking is not told of an import in pieces',
    file: 'main/commands/settle-schedule.ts',
    find: 'if (id > lastBooking ||',
    replace: 'if (id >= lastBooking ||',
    seed: 17,
  },
  {
    name: 'who bought between the switch and the telling is told',
    file: 'main/commands/settle-schedule.ts',
    find: 'id > lastBooking || ',
    replace: '',
    seed: 32,
  },
  {
    name: 'passengers keep seats that the aircraft of an import in pieces does not have',
    file: 'main/commands/settle-schedule.ts',
    find: 'if (aboard > 0) await seatOnOtherMap',
    replace: 'if (aboard < 0) await seatOnOtherMap',
    seed: 79,
  },
  {
    name: 'what was written to flights after they were copied is lost',
    file: 'main/commands/switch-schedule.ts',
    find: 'if (generation !== (await scheduleGeneration(db))) return',
    replace: 'if (generation < 0 && generation !== (await scheduleGeneration(db))) return',
    seed: 79,
  },
  {
    name: 'a part of a schedule becomes the schedule',
    file: 'main/commands/switch-schedule.ts',
    find: 'if (copied.importId !== importId || !ended)',
    replace: 'if (copied.importId !== importId)',
    seed: 79,
  },
];
