import { ACCOUNTS } from './accounts.ts';
import { AUTHORISED_SEATS } from './authorised.ts';
import { BLOCKING } from './blocking.ts';
import { BOOKINGS } from './bookings.ts';
import { CHANGES } from './changes.ts';
import { OVERRIDES } from './class-overrides.ts';
import { CLOCK } from './clock.ts';
import { CUSTOMERS } from './customers.ts';
import { DESKS } from './desks.ts';
import { FLASH_SALES } from './flash-sales.ts';
import { HEALTH } from './health.ts';
import { JOBS } from './jobs.ts';
import { MESSAGES } from './messages.ts';
import { MISSED } from './missed.ts';
import type { Commands } from './model.ts';
import { OVERSALE } from './oversale.ts';
import { PAY_LATER } from './pay-later.ts';
import { PLACE_ON_TIME } from './place-on-time.ts';
import { QUEUE_WORK } from './queues.ts';
import { REFUND_POLICIES } from './refund-policies.ts';
import { REVIVE } from './revive.ts';
import { SCHEDULE } from './schedule.ts';
import { SETTINGS } from './settings.ts';
import { SHIFTS } from './shifts.ts';
import { SIGN_IN } from './sign-in.ts';
import { TURNS } from './turns.ts';
import { UNDO } from './undo.ts';
import { WAITING } from './waiting.ts';
import { WAYS } from './ways.ts';
import { WEIGHTS } from './weight-limits.ts';

/** All that the model knows to do. */
export const COMMANDS: Commands = {
  ...{
    ...ACCOUNTS,
    ...AUTHORISED_SEATS,
    ...BLOCKING,
    ...BOOKINGS,
    ...CHANGES,
    ...CLOCK,
    ...CUSTOMERS,
    ...DESKS,
    ...FLASH_SALES,
    ...HEALTH,
    ...JOBS,
    ...MESSAGES,
    ...MISSED,
    ...OVERRIDES,
    ...OVERSALE,
    ...PAY_LATER,
    ...PLACE_ON_TIME,
    ...QUEUE_WORK,
    ...REFUND_POLICIES,
    ...REVIVE,
    ...SCHEDULE,
    ...SETTINGS,
    ...SHIFTS,
    ...SIGN_IN,
    ...TURNS,
    ...UNDO,
    ...WAITING,
    ...WAYS,
    ...WEIGHTS,
  },
};
