import { describe, expect, test } from 'vitest';
import type { Connection, DeskSeat } from '../../../main/hub/connection.ts';
import { PassengerScreens } from '../../../main/passenger/passenger-screens.ts';
import type { Session } from '../../../main/sessions/session.ts';
import { Sessions } from '../../../main/sessions/sessions.ts';
import { IDLE_LOCK_MS } from '../../../shared/bounds.ts';
import type { ShownToPassenger } from '../../../shared/methods/passenger.ts';
import type { Notice } from '../../../shared/notices.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { deskAt, HERE, seatAt } from '../support/here.ts';
import { PASSENGER_EXAMPLES } from '../transport/passenger-examples.ts';

const example = PASSENGER_EXAMPLES['passenger.show'].flatMap(({ view }) => view ?? [])[0];
const saleOf = (surname: string): ShownToPassenger =>
  ({ ...example, names: [{ surname, given: '', infant: false }], cities: { JFK: 'New York', LAX: 'Los Angeles' } }) as ShownToPassenger;

function place() {
  const clock = new FakeClock();
  const sessions = new Sessions({ clock });
  const screens = new PassengerScreens();
  /** A page at a desk, and the surname that it shows; null: nothing. */
  const page = (desk: DeskSeat) => {
    const told: Notice[] = [];
    const connection: Connection = { ...seatAt(desk), session: undefined, caller: HERE, notify: (notice) => void told.push(notice) };
    let first: ShownToPassenger | null = null;
    return {
      connection,
      shows() {
        const last = told.findLast((notice) => notice.type === 'passenger.shown');
        return (last ? last.view : first)?.names[0]?.surname ?? null;
      },
      follow() {
        first = screens.follow(desk.id, connection);
      },
    };
  };
  const agent = (desk: DeskSeat, user = 'ana') =>
    sessions.begin(page(desk).connection, { user, display: user, role: 'agent', desk: desk.desk });
  return { clock, sessions, screens, page, agent };
}

const [FOUR, FIVE] = [deskAt('T1-04'), deskAt('T1-05')];

type Place = ReturnType<typeof place>;
const ENDS: readonly (readonly [string, (at: Place, session: Session) => void])[] = [
  ['the sale is over', ({ screens }, session) => screens.show(session, null)],
  ['the console locks', (_, session) => session.lock()],
  [
    'the console lay idle',
    ({ clock }, session) => {
      clock.advance(IDLE_LOCK_MS);
      session.lockIfIdle(clock.now());
    },
  ],
  ['the agent signs out', ({ sessions }, session) => sessions.end(session)],
  ['the user is deactivated', ({ sessions }) => sessions.endOf('ana')],
  ['the console is gone', (_, session) => session.connection && session.detach(session.connection)],
  [
    'the session goes to another console',
    ({ sessions, page }, session) => void sessions.resume(page(FOUR).connection, session.facts.token),
  ],
];

describe("the passenger's screens of a hub", () => {
  test('a screen shows what the agent of its desk shows, also when it comes later, and no other desk does', () => {
    const { screens, page, agent } = place();
    const [own, other, late] = [page(FOUR), page(FIVE), page(FOUR)];
    own.follow();
    other.follow();
    expect(own.shows()).toBeNull();
    screens.show(agent(FOUR), saleOf('SMITH'));
    late.follow();
    expect([own.shows(), late.shows(), other.shows()]).toEqual(['SMITH', 'SMITH', null]);
  });

  test.each(ENDS)('nothing is left once %s', (_, over) => {
    const at = place();
    const session = at.agent(FOUR);
    const screen = at.page(FOUR);
    screen.follow();
    // Each key of a name shows it anew.
    for (const surname of ['S', 'SM', 'SMI']) at.screens.show(session, saleOf(surname));
    expect(screen.shows()).toBe('SMI');
    over(at, session);
    expect(screen.shows()).toBeNull();
    const late = at.page(FOUR);
    late.follow();
    expect(late.shows()).toBeNull();
  });

  test('a second console of the desk that shows nothing does not take away what the first one shows', () => {
    const { screens, page, agent } = place();
    const screen = page(FOUR);
    screen.follow();
    const [first, second] = [agent(FOUR), agent(FOUR, 'jonas')];
    screens.show(first, saleOf('SMITH'));
    screens.show(second, null);
    second.lock();
    expect(screen.shows()).toBe('SMITH');
    screens.show(second, saleOf('PETROV'));
    first.lock();
    expect(screen.shows()).toBe('PETROV');
  });

  test('a screen whose desk is revoked hears nothing more', () => {
    const { screens, page, agent } = place();
    const screen = page(FOUR);
    screen.follow();
    screen.connection.desk = undefined;
    screens.show(agent(FOUR), saleOf('SMITH'));
    expect(screen.shows()).toBeNull();
  });

  test('of many pages of one desk the newest are told', () => {
    const { screens, page, agent } = place();
    const pages = Array.from({ length: 6 }, () => page(FOUR));
    for (const one of pages) one.follow();
    screens.show(agent(FOUR), saleOf('SMITH'));
    expect(pages.map((one) => one.shows())).toEqual([null, null, 'SMITH', 'SMITH', 'SMITH', 'SMITH']);
  });
});
