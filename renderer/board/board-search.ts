import { ITINERARIES_SHOWN_FIRST, ITINERARIES_SHOWN_MAX } from '../../shared/bounds.ts';
import type { CalledBy } from '../../shared/contract.ts';
import { type Refusal, refuse } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { partyProblem } from '../format/read-party.ts';
import { serverNow } from '../stores/clock-store.ts';
import { keepLoadsWhile } from '../stores/loads-store.ts';
import { scheduleMovedAt } from '../stores/schedule-moved.ts';
import { type BoardRow, rowOfFlight } from './board-row.ts';
import { type Answer, endsEarly, flightIdsOf, repriced, useBoard, type Wishes, withoutWayOut } from './board-store.ts';
import { firstSelected } from './first-selected.ts';
import { actKeptEnter } from './kept-enter.ts';
import { narrowingAsked } from './read-narrowing.ts';
import { SORTS_OF, type Sort, sortRows } from './sort-rows.ts';
import { wayBackOf } from './way-back.ts';

/** An answer older than this is asked for again when its screen comes back, and so is one of another schedule. */
const STALE_MS = 20_000;

/**
 * How many itineraries are asked for first. A return gets all it may have, because the ways back that leave too early for the way out that is taken are left
 * out of them.
 */
const firstOf = ({ back }: Wishes): number => (back ? ITINERARIES_SHOWN_MAX : ITINERARIES_SHOWN_FIRST);

/** What is wrong with the search line, found before the hub is asked. */
function problemOf(wishes: Wishes): Refusal | null {
  const wrong = (field: string, problem: string): Refusal => refuse('INPUT_INVALID', { field, problem }).refusal;
  const party = partyProblem(wishes);
  if (party) return wrong('Passengers', party);
  if (wishes.to && !wishes.from) return wrong('From', 'an airport or a city is needed to search a route');
  if (wishes.back && !wishes.to) return wrong('To', 'an airport or a city is needed for a way back');
  if (wishes.back && wishes.back < wishes.date) return wrong('Date', 'the way back is before the way out');
  return null;
}

type Asked = { ok: true; value: Answer } | { ok: false; refusal: Refusal };

async function ask(wishes: Wishes, sort: Sort, by: CalledBy, most: number): Promise<Asked> {
  const { from, to, date, back, adults, children, cabin, departure, maxStops, sameAirport } = wishes;
  const at = serverNow();
  if (to) {
    const reply = await call(
      'flights.search',
      {
        ...{
          from,
          to,
          date,
          adults,
          children,
          cabin,
          maxStops,
          leavesFrom: departure.from,
          leavesTo: departure.to,
          sort,
          sameAirport,
          most,
        },
        ...(back ? { back } : {}),
        ...narrowingAsked(wishes),
      },
      by,
    );
    if (!reply.ok) return reply;
    const { itineraries, more, found, back: home } = reply.value;
    return {
      ok: true,
      value: {
        kind: 'itineraries',
        wishes,
        rows: itineraries,
        ...(home ? { way: 'out' as const, back: { rows: home.itineraries, more: home.more, found: home.found } } : {}),
        flightIds: flightIdsOf(itineraries),
        ...{ more, most, cancelledLeftOut: false },
        found,
        at,
      },
    };
  }
  const reply = await call('flights.board', { from: from || null, date, ...narrowingAsked(wishes) }, by);
  if (!reply.ok) return reply;
  const rows = sortRows(
    reply.value.flights.map((flight) => rowOfFlight(flight, wishes, cabin)),
    sort,
    at,
  );
  const cancelledLeftOut = reply.value.cancelledLeftOut === true;
  return {
    ok: true,
    value: { kind: 'departures', wishes, rows, flightIds: flightIdsOf(rows), more: 0, most, cancelledLeftOut, found: null, at },
  };
}

/** The chosen row of a new list. */
function chosenOf(rows: readonly BoardRow[], before: string | null) {
  const selected = firstSelected(rows, before, serverNow());
  return selected === before ? { selected } : { selected, chosenAt: performance.now() };
}

/** A list that came. A way out that was taken stays taken, as long as it is found. */
function listed(list: Answer) {
  const { out, selected } = useBoard.getState();
  const row = out && list.back ? list.rows.find(({ key }) => key === out.row.key) : undefined;
  if (!out || !row) return { answer: list, out: null, ...chosenOf(list.rows, selected) };
  const back = wayBackOf(list, row);
  return { answer: back, out: { ...out, row, answer: list }, ...chosenOf(back.rows, selected) };
}

const sortOf = (wishes: Wishes): Sort => useBoard.getState().sorts[wishes.to ? 'itineraries' : 'departures'];

/** Begins a question; gives whether it is still the newest. */
function newQuestion(): () => boolean {
  const round = useBoard.getState().round + 1;
  useBoard.setState({ round });
  return () => useBoard.getState().round === round;
}

/** Asks for what stands in the search line. True when this very question was answered with a list. */
export const search = (): Promise<boolean> => keepLoadsWhile(searchNow);

async function searchNow(): Promise<boolean> {
  const { wishes, answer } = useBoard.getState();
  const isNewest = newQuestion();
  const problem = problemOf(wishes);
  if (problem) {
    useBoard.setState({ refusal: problem, searching: false, keptEnter: null, note: '' });
    return false;
  }
  const same = answer !== null && answer.wishes.from === wishes.from && answer.wishes.to === wishes.to;
  if (!same || answer.wishes.date !== wishes.date || !wishes.back) useBoard.setState(withoutWayOut);
  useBoard.setState((now) => ({
    searching: true,
    refusal: null,
    keptEnter: null,
    note: '',
    pins: same || now.pins.length === 0 ? repriced(now.pins, wishes) : [],
    ...(same ? {} : { filter: '', selected: null, offset: 0 }),
  }));
  const asked = await ask(wishes, sortOf(wishes), 'person', firstOf(wishes));
  if (!isNewest()) return false;
  if (!asked.ok) {
    // The list of the question before stays: what refuses is one field, and the agent corrects it with the list in sight.
    useBoard.setState((now) => ({
      searching: false,
      refusal: asked.refusal,
      keptEnter: null,
      ...(now.answer ? chosenOf(now.answer.rows, now.selected) : {}),
    }));
    return false;
  }
  useBoard.setState({ searching: false, ...listed(asked.value) });
  actKeptEnter();
  return true;
}

/** Asks the same question again while the list stays on the screen. A refusal leaves the list as it was. `most`: rows; left out, as many as before. */
export const renew = (by: CalledBy = 'console', most?: number): Promise<void> => keepLoadsWhile(() => renewNow(by, most));

async function renewNow(by: CalledBy, most?: number): Promise<void> {
  const { answer, searching } = useBoard.getState();
  if (!answer || searching) return;
  const isNewest = newQuestion();
  const asked = await ask(answer.wishes, sortOf(answer.wishes), by, most ?? answer.most);
  if (!isNewest()) return;
  if (asked.ok) useBoard.setState(listed(asked.value));
  else useBoard.setState((now) => (now.answer ? chosenOf(now.answer.rows, now.selected) : {}));
  actKeptEnter();
}

export async function renewIfStale(): Promise<void> {
  const { answer } = useBoard.getState();
  if (answer && (serverNow() - answer.at > STALE_MS || answer.at <= scheduleMovedAt())) await renew();
}

let readingOn: Promise<void> | undefined;

/** Brings the rest of a list whose first rows are there, when somebody comes to their end. Does nothing where there is no rest. */
export function readOn(): Promise<void> {
  const { answer } = useBoard.getState();
  if (!answer || !endsEarly(answer)) return Promise.resolve();
  readingOn ??= renew('console', ITINERARIES_SHOWN_MAX).finally(() => {
    readingOn = undefined;
  });
  return readingOn;
}

/** The list in another order. A search asks the hub again, because the hub has found more than it has shown. */
export async function sortBy(sort: Sort): Promise<void> {
  const { answer, searching } = useBoard.getState();
  if (!answer || !SORTS_OF[answer.kind].includes(sort)) return;
  // A new order is read from its top.
  useBoard.setState((now) => ({ sorts: { ...now.sorts, [answer.kind]: sort }, selected: null, offset: 0, keptEnter: null, note: '' }));
  if (answer.kind === 'itineraries') await (searching ? search() : renew('person', firstOf(answer.wishes)));
  else {
    const rows = sortRows(answer.rows, sort, serverNow());
    useBoard.setState({ answer: { ...answer, rows }, ...chosenOf(rows, null) });
  }
}

export async function nextSort(): Promise<void> {
  const { answer, sorts } = useBoard.getState();
  if (!answer) return;
  const all = SORTS_OF[answer.kind];
  await sortBy(all[(all.indexOf(sorts[answer.kind]) + 1) % all.length] ?? all[0]);
}

/** Direct flights alone, or with stops again. Only a search has stops to leave out. */
export async function toggleDirect(): Promise<void> {
  const { answer, wishes } = useBoard.getState();
  if (answer?.kind !== 'itineraries') return;
  useBoard.setState({ wishes: { ...wishes, maxStops: wishes.maxStops === 0 ? 1 : 0 } });
  await search();
}
