import { z } from 'zod';
import { CALENDAR_BYTES_MAX } from '../bounds.ts';
import { dateText, method } from '../method.ts';

const holidayCalendar = z.strictObject({
  format: z.enum(['ics', 'csv']),
  /** What the calendar calls itself. */
  name: z.string().nullable(),
  /** In order, each day once. */
  days: z.array(z.strictObject({ date: dateText, name: z.string() })),
  /** Days of the file that are left out because they are before `from` or after `to`. */
  past: z.int(),
  later: z.int(),
  from: dateText,
  to: dateText,
});
export type HolidayCalendar = z.infer<typeof holidayCalendar>;

export const holidayCalendarMethods = {
  /** Reads a file of public holidays, base64, for the rule `holiday` of a draft. Nothing is kept: days that are published stand in the policy. */
  'pricing.readCalendar': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({ bytes: z.base64().max(Math.ceil(CALENDAR_BYTES_MAX / 3) * 4) }),
    output: holidayCalendar,
    refusals: ['CALENDAR_UNREADABLE'],
  }),
};
