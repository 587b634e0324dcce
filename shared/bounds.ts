import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './instants.ts';

/** Every limit of the product, by name and unit, in one place. */
export const PARTY_MAX = 9;
/** Flights of one way. */
export const ITINERARY_FLIGHTS_MAX = 3;
/** Flights of a booking: a way out and a way back. */
export const BOOKING_FLIGHTS_MAX = 2 * ITINERARY_FLIGHTS_MAX;
/** Flights that one party of a waitlist may wait for. */
export const WAITLIST_FLIGHTS_MAX = 6;
/** Parties of a list that are read at once, and those that one command ends because their flights have left. */
export const WAITLIST_READ_MAX = 50;
/** Itineraries of one answer, and those that a console asks for first: a little more than a screen of them. It asks for all when somebody reads on. */
export const ITINERARIES_SHOWN_MAX = 200;
export const ITINERARIES_SHOWN_FIRST = 30;
/** Flights of one board: all flights of a large country on one day. A board of a million would keep the hub busy for a minute and fill its memory, so it is refused. */
export const BOARD_FLIGHTS_MAX = 25_000;
/** Carriers, and types of aircraft, that one board or search may be narrowed to. */
export const NARROWED_TO_MAX = 8;
/** Kilograms of passengers and baggage that a flight or an aircraft may be limited to. */
export const WEIGHT_LIMIT_KG_MAX = 200_000;
/** Carriers of one comparison. No route of the world has as many. */
export const CARRIERS_COMPARED_MAX = 100;

/** Flights that one question of the pricing list looks at, and those that it shows. */
export const LIST_FLIGHTS_MAX = 25_000;
export const LIST_FLIGHTS_SHOWN_MAX = 200;
/** Flights whose sales are read for one pricing list, where a line asks for their pick-up. */
export const LIST_PICKUPS_MAX = 3_000;
/** Days and flights of a route's heat table. */
export const ROUTE_DAYS = 30;
export const ROUTE_FLIGHTS_MAX = 2_000;

/** Characters of a setting that is a text. */
export const SETTING_LENGTH_MAX = 1_000;
/** A hold and its one extension together never outlive this. */
export const HOLD_CEILING_MS = 45 * MINUTE_MS;
/** How long a payment under way protects its hold past the deadline. */
export const PAYMENT_GRACE_MS = 2 * MINUTE_MS;
/** How long after each failure that can pass the terminal is asked again. After the last of them the tender has failed. */
export const PAYMENT_RETRY_MS = [SECOND_MS, 2 * SECOND_MS, 4 * SECOND_MS] as const;
/** So many failures of a terminal in a row, and it is left alone for so long. */
export const TERMINAL_FAILURES_MAX = 5;
export const TERMINAL_REST_MS = 30 * SECOND_MS;
export const PAYMENT_ANSWER_MS_MAX = 45 * SECOND_MS;
/** How long one try of a reversal or refund may take. */
export const RETURN_ANSWER_MS_MAX = 30 * SECOND_MS;

/** The wait before a failed job is tried again. Each further wait is twice as long, up to the longest. */
export const JOB_RETRY_MS_MIN = 10 * SECOND_MS;
export const JOB_RETRY_MS_MAX = HOUR_MS;
/** No job waits longer than this: chance makes a wait up to a quarter longer. */
export const JOB_WAIT_MS_MAX = 1.25 * JOB_RETRY_MS_MAX;
/** About 15 hours of trying. Then a supervisor is asked. */
export const JOB_TRIES_MAX = 24;
export const JOBS_AT_ONCE = 4;
/** Due jobs are looked for at least this often, even when no event told of one. */
export const JOB_LOOK_MS_MAX = MINUTE_MS;
/** How long a quit waits for jobs that are being tried. What is not done then is done at the next start. */
export const JOB_DRAIN_MS_MAX = 10 * SECOND_MS;
/** Characters of a terminal's answer that are kept. */
export const JOB_ANSWER_LENGTH_MAX = 120;
export const JOBS_SHOWN_MAX = 500;

/** Items of one queue that are read and counted, and those that are shown. */
export const QUEUE_READ_MAX = 1_000;
export const QUEUE_SHOWN_MAX = 200;
/** How far ahead an item is put off. */
export const QUEUE_LATER_MS = 14 * DAY_MS;
/** For so long after it failed a payment that nobody has looked into stands in its queue. */
export const FAILED_PAYMENT_QUEUE_MS = 3 * DAY_MS;

/** How long one try of a message may take. */
export const MESSAGE_ANSWER_MS_MAX = 20 * SECOND_MS;
/** A message that could not be sent for so long tells of the past, so a supervisor is asked. */
export const MESSAGE_STALE_MS = DAY_MS;
export const MESSAGES_SHOWN_MAX = 500;
export const WEBHOOK_ADDRESS_MAX = 500;
/** The secret that signs what goes to the webhook: shorter ones can be found by trying. */
export const WEBHOOK_SECRET_MIN = 16;

/** A base fare in whole units of its currency: a flight costs millions of dong, rupiah or rial. */
export const FARE_UNITS_MAX = 100_000_000;
/** Any amount in minor units: nine seats on six such flights in the dearest cabin, all full. Far below what a number holds exactly. */
export const AMOUNT_MINOR_MAX = 40_000_000_000_000;

/** For so long after it was done a sale, a cancellation or a change can be taken back whole. No card is refunded before. */
export const UNDO_MS = MINUTE_MS;

/** Characters of the reason that somebody gives for a decision. */
export const REASON_MAX = 200;

/** Currencies of one drawer, pieces of one value in it, and characters of the slip of a safe or the reason of a payment. */
export const SHIFT_CURRENCIES_MAX = 12;
export const SHIFT_PIECES_MAX = 100_000;
export const SHIFT_SLIP_MAX = 80;
export const SHIFTS_SHOWN_MAX = 100;
/** Tenders and refunds that one report reads. */
export const REPORT_ROWS_MAX = 20_000;

/** The longest time for which a price on the screen may be old while seats of its flight move without a pause. */
export const QUOTE_WAIT_MS_MAX = SECOND_MS;

/** Days of departure that one decision about a booking class of a route may cover. */
export const OVERRIDE_DAYS_MAX = 400;
/** The most seats that may be authorised, in percent of those that a cabin has. */
export const AUTHORISED_PERCENT_MAX = 150;

/** How long a price that was on the screen stays there after the price has risen. */
export const QUOTE_KEPT_MS = 2 * MINUTE_MS;
/** How often a screen has its price offered anew. */
export const QUOTE_RENEWED_MS = MINUTE_MS;
/** How long the hub keeps to a price that it quoted. So the last offer before a rise has QUOTE_KEPT_MS left. */
export const QUOTE_OFFER_MS = QUOTE_KEPT_MS + QUOTE_RENEWED_MS;

/** Rules that a policy may have at most. */
export const RULES_MAX = 24;
/** Tiers of a refund policy, how long before departure the first may begin, and versions of all refund policies together. */
export const REFUND_TIERS_MAX = 12;
export const REFUND_DAYS_MAX = 400;
export const REFUND_POLICIES_MAX = 500;
/** By how many percent a publish may change a price within an hour, unless the policy says otherwise or the price is typed. */
export const LARGEST_CHANGE_PERCENT = 50;
/** How far ahead a policy may begin or end. */
export const POLICY_AHEAD_MS = 800 * DAY_MS;
/** Versions of one scope that are shown at once. */
export const POLICIES_SHOWN_MAX = 50;

/** Agencies that pay later, characters of the name of one, and lines of its statement that are shown. */
export const ACCOUNTS_MAX = 2_000;
export const ACCOUNT_NAME_MAX = 60;
export const STATEMENT_LINES_MAX = 200;

export const VOUCHER_DAYS_DEFAULT = 365;
export const VOUCHER_DAYS_MAX = 3_650;
/** How long the approval code of a slip is looked for among earlier sales. */
export const SLIP_AGAIN_MS = 7 * DAY_MS;

export const OFFER_MS = 10 * MINUTE_MS;
/** How long a draft is kept after its hold, and the mark of a sale whose outcome no console has heard. */
export const DRAFT_KEPT_MS = 24 * HOUR_MS;
export const LAST_SALES_MAX = 5;
export const FAILED_PAYMENTS_SHOWN_MAX = 100;
export const REFUNDS_DUE_SHOWN_MAX = 500;
export const REPLY_KEPT_MS = 24 * HOUR_MS;
/** How far ahead a flight may be searched and sold. */
export const SALE_AHEAD_MS = 400 * DAY_MS;

/**
 * How few booking numbers are left when every console is told that they run out: at a million holds a day two months, a day, an hour of a busy
 * counter, none.
 */
export const BOOKING_NUMBERS_LEFT_TOLD = [60_000_000, 1_000_000, 10_000, 0];

export const PIN_FAILURES_MAX = 5;
export const PIN_LOCK_MS = 5 * MINUTE_MS;
export const IDLE_LOCK_MS = 10 * MINUTE_MS;
/** A session goes on, locked, when the hub was away for less than this. */
export const SESSION_KEPT_MS = 10 * MINUTE_MS;
/** Sessions that are kept over a restart: as many as consoles may be connected, which is a thousand counters, their passengers' screens, and some more. */
export const SESSIONS_KEPT_MAX = 2_500;

/** A clock that is further ahead of the last believed time is not believed until somebody confirms it. */
export const CLOCK_STEP_MS_MAX = 36 * HOUR_MS;
/** If hub time is further ahead of the computer's clock, every console says so. */
export const CLOCK_AHEAD_MS_MAX = 5 * MINUTE_MS;
/** How far the computer's clock may have moved on from the time that was shown to the person who confirms it. */
export const CLOCK_SHOWN_MS_MAX = 2 * MINUTE_MS;

/** Calls of another system in one second: as many as the hub is built for, of all. */
export const SYSTEM_CALLS_PER_SECOND_MAX = 2_000;
/** Desks that are paired at once, and revoked ones that are listed. */
export const DESKS_MAX = 4_000;
export const REVOKED_LISTED_MAX = 100;
/** How long a pairing code is good, and for how many tries of all who ask. */
export const PAIRING_MS = 2 * MINUTE_MS;
export const PAIRING_TRIES_MAX = 5;

/** By lot: for how many seconds after the opening of a flash sale requests take part in it. */
export const FLASH_SECONDS_MIN = 5;
export const FLASH_SECONDS_MAX = 600;
/** The newest bookings that are read at a start, to see who leaves holds to lapse. */
export const LAPSES_READ_MAX = 20_000;
/** Requests that wait in the line of one flight. */
/** So many of those who were drawn in a lot are named to a supervisor, in their order. */
export const FLASH_NAMED_MAX = 50;
export const FLASH_LINE_MAX = 10_000;

/** Holds that are ended in one batch, so that many of them never block sales for long. */
export const EXPIRY_BATCH_MAX = 1_000;
/** Commands in one transaction. */
export const COMMIT_BATCH_MAX = 256;
export const EVENTS_PER_PAGE_MAX = 5_000;
/** Events that are read at once for a feed: some 200 KB, in a few milliseconds. */
export const FEED_PAGE_EVENTS = 500;

export const BACKUPS_HOURLY_KEPT_DEFAULT = 24;
export const BACKUPS_DAILY_KEPT_DEFAULT = 30;
/** The newest is always kept. */
export const BACKUPS_KEPT_MIN = 1;
export const BACKUPS_HOURLY_KEPT_MAX = 168;
export const BACKUPS_DAILY_KEPT_MAX = 366;

export const MESSAGE_BYTES_MAX = 1_048_576;
export const UPLOAD_CHUNK_BYTES_MAX = 524_288;
/** Five million legs of SSIM: more than all schedules of the world. Without this limit one console could fill the disk of the store. */
export const UPLOAD_BYTES_MAX = 1_073_741_824;
/** A calendar of public holidays. Those of a country for twenty years take a quarter of it. */
export const CALENDAR_BYTES_MAX = 524_288;
/** A file of competitors' fares alone: some five thousand lines. */
export const FARES_FILE_BYTES_MAX = 262_144;
export const FARES_READ_MS_MAX = 10 * SECOND_MS;
/** Flights whose competing fare one file may set. */
export const FARES_SET_MAX = 2_000;
/** Days from today for which holidays are read: three years. */
export const CALENDAR_DAYS = 1_096;
export const CALENDAR_READ_MS_MAX = 10 * SECOND_MS;
export const PROBLEMS_SHOWN_MAX = 1_000;
/** Flights of a file, and flights that it drops, that a preview lists. */
export const PREVIEW_FLIGHTS_MAX = 300;
/** Bookings that a preview lists, and of which it says what a schedule would mean for them. */
export const TOUCHED_SHOWN_MAX = 300;
export const TOUCHED_READ_MAX = 10_000;
/** Carriers, and equipment, that a preview lists. */
export const PREVIEW_NAMES_MAX = 100;

/** Stores that a restore replaced stay beside the store: so many at most, and so long. The newest stays however old it is. */
export const REPLACED_KEPT_MAX = 5;
export const REPLACED_KEPT_MS = 30 * DAY_MS;

/** Simulated departures of one what-if. Ten thousand take some seconds, and halve the interval of 2,500. */
export const WHAT_IF_RUNS_MAX = 10_000;
export const WHAT_IF_SEED_MAX = 4_000;
/** Percent of the seats. */
export const WHAT_IF_DEMAND_MAX = 400;
/** What-ifs that may wait for the one that runs. */
export const WHAT_IFS_WAITING_MAX = 16;
/** Desks whose last what-if is remembered. */
export const WHAT_IFS_KEPT_MAX = 64;

/** For so long after its last flight a booking keeps the contact and birth date of a passenger whose record is erased: for claims and lost bags. */
export const CONTACT_KEPT_MS = 30 * DAY_MS;

/** Characters of the name of an airport or its city; changes of airports that a store keeps. */
export const AIRPORT_NAME_MAX = 80;
export const AIRPORT_CHANGES_MAX = 2_000;

/** Characters of a text that a seat map is read from; rows, seats and fixtures of a map; codes of a seat; characters of its name. */
export const FLEET_TEXT_MAX = 100_000;
export const FLEET_ROWS_MAX = 99;
export const FLEET_SEATS_MAX = 900;
export const FLEET_FIXTURES_MAX = 100;
export const SEAT_CODES_MAX = 8;
export const FLEET_NAME_MAX = 60;
/** Maps that an airline may keep, all versions together. */
export const FLEET_MAPS_MAX = 2_000;
/** Flights that may change map, and passengers who may lose their seats, in one take-over. It is one transaction, in which sales wait. */
export const FLEET_FLIGHTS_MAX = 5_000;
export const FLEET_LOSERS_MAX = 2_000;
/** Passengers of a take-over that are shown. */
export const FLEET_LOSERS_SHOWN = 200;
/** Numbers of others under which one flight is sold, when it is scheduled by hand. */
export const SOLD_AS_MAX = 20;
/** How far ahead a map may take over, in days. */
export const FLEET_AHEAD_DAYS = 800;

/** How long the seats of a way on are kept for a booking whose flights the carrier changed, and once more when that is asked for. */
export const WAY_KEPT_MS = 3 * MINUTE_MS;
/** Ways on of one booking, and bookings that are proposed some, accepted or undone at once. */
export const WAYS_MAX = 3;
export const WAYS_BOOKINGS_MAX = 50;
/** Bookings of a group that are listed. */
export const CHANGED_SHOWN_MAX = 200;

/** Characters of the note with which a supervisor acknowledges an alarm. */
export const HEALTH_NOTE_LENGTH_MAX = 200;
/** How long an alarm may be silenced at most. */
export const ALARM_SILENT_DAYS_MAX = 7;
