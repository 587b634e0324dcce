import { assertNever } from '../../../shared/assert.ts';
import type { VolunteerMoved } from '../../../shared/events/oversale-events.ts';
import type { EventType } from '../../../shared/events.ts';
import type { VolunteerState } from '../../../shared/methods/volunteers.ts';
import type { ReadDatabase } from '../database.ts';
import { allVolunteers, volunteerMoved } from '../tables/volunteers-table.ts';
import { voucherById } from '../tables/vouchers-table.ts';

type VolunteerEventType = Extract<EventType, `volunteer.${string}`>;

/** What the journal says last of each volunteer. */
export class VolunteersTold {
  readonly #told = new Map<number, string>();

  follow(type: VolunteerEventType, moved: VolunteerMoved): void {
    this.#told.set(moved.volunteerId, says(stateAfter(type), moved));
  }

  /** The first volunteer that is not as the journal says, or whose voucher is not what was offered; in words, or undefined. */
  async problem(db: ReadDatabase): Promise<string | undefined> {
    for (const row of await allVolunteers(db)) {
      if (this.#told.get(row.id) !== says(row.state, volunteerMoved(row))) return `volunteer ${row.id} is not as the journal says`;
      this.#told.delete(row.id);
      const due = row.state === 'TOOK' ? row.amount : 0;
      const voucher = row.voucher_id === null ? undefined : await voucherById(db, row.voucher_id);
      if ((voucher?.issued ?? 0) !== due || (voucher && voucher.currency !== row.currency))
        return `volunteer ${row.id} is to have a voucher of ${due} ${row.currency}`;
    }
    for (const id of this.#told.keys()) return `volunteer ${id} is in the journal and nowhere else`;
    return undefined;
  }
}

const says = (state: VolunteerState, moved: VolunteerMoved): string => JSON.stringify([state, moved]);

function stateAfter(type: VolunteerEventType): VolunteerState {
  switch (type) {
    case 'volunteer.asked':
      return 'ASKED';
    case 'volunteer.took':
      return 'TOOK';
    case 'volunteer.declined':
      return 'NO';
    case 'volunteer.withdrew':
      return 'WITHDRAWN';
    default:
      return assertNever(type);
  }
}
