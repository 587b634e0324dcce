import { Failure } from './failure.ts';
import type { ModelEvent } from './model/model-rows.ts';
import type { SeenEvent } from './store-checks.ts';
import { PASSENGER_DATA } from './world.ts';

/** Events as the model foretells them. Nobody's name, birth date or telephone number is in any: every console and log may have them. */
export const seenEvents = (rows: readonly SeenEvent[]): ModelEvent[] =>
  rows.map(({ event, type, booking_id, data }) => {
    const secret = PASSENGER_DATA.find((typed) => data.toUpperCase().includes(typed));
    if (secret) throw new Failure('passenger data', `event ${event} ${type} tells ${secret}: ${data}`);
    return [type, booking_id, JSON.parse(data)];
  });
