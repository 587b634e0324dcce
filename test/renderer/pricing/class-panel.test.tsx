import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { useSession } from '../../../renderer/client/session-store.ts';
import { undoLast } from '../../../renderer/parts/undo.tsx';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { go, startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { sessionEnded } from '../../../renderer/stores/session-actions.ts';
import type { ClassOverride } from '../../../shared/methods/class-overrides.ts';
import type { ClassTold } from '../../../shared/methods/pricing-list.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { hubState, NOON } from '../support/samples.ts';
import { policies } from './policy-samples.ts';
import { advice, flightList, flightLook, pricedFlight } from './priced-flights.ts';

const CLASSES: ClassTold[] = [
  { code: 'Y', fare: 389_00, left: 44, byHand: null, meanTenths: 140, deviationTenths: 52, kept: 11 },
  { code: 'M', fare: 219_00, left: 33, byHand: null, meanTenths: null, deviationTenths: null, kept: 'all' },
  { code: 'Q', fare: 169_00, left: 9, byHand: null, meanTenths: 660, deviationTenths: 180, kept: null },
];
const FLIGHT = { kind: 'flight', flightId: 1 } as const;

let hub: FakeBridge;
/** What the hub knows, newest first. */
let known: ClassOverride[];
const user = userEvent.setup();

const decision = (change: Partial<ClassOverride> = {}): ClassOverride => ({
  ...{ number: 3, scope: FLIGHT, cabin: 'Y', code: 'Q', decision: 'closed', author: 'lindqvist', reason: 'congress in LA', at: NOON },
  ...change,
});

/** The flight as the hub sees it, with the classes that are by hand. */
function priced() {
  const byHand = (code: string) => {
    const one = known.find((each) => each.code === code)?.decision;
    return one === 'closed' ? ('closed' as const) : one === 'open' ? ('opened' as const) : null;
  };
  const classes = CLASSES.map((one) => ({ ...one, byHand: byHand(one.code), left: byHand(one.code) === 'closed' ? 0 : one.left }));
  const isOver = classes.some((one) => one.byHand !== null);
  const open = classes.map(({ code, left, byHand: hand }) => `${code}${hand === 'closed' ? 'C' : Math.min(9, left)}`).join(' ');
  return { classes, flight: pricedFlight({ open, marks: isOver ? ['override'] : [] }) };
}

beforeEach(() => {
  localStorage.clear();
  setServerNow(NOON);
  known = [];
  hub = new FakeBridge()
    .gives('session.state', hubState())
    .gives('holds.ofDesk', { holds: [] })
    .gives('flights.board', { flights: [] })
    .gives('flights.places', { places: [] })
    .answers('pricing.flights', () => accept(flightList([priced().flight])))
    .answers('pricing.flight', () => accept({ ...flightLook(priced().flight), classes: priced().classes }))
    .gives('pricing.policies', policies())
    .gives('pricing.example', { example: null })
    .gives('flights.named', { flights: [] })
    .gives('pricing.overbookingAdvice', advice())
    .answers('pricing.overrides', ({ route }) =>
      accept({ overrides: known.filter(({ scope }) => !route || scope.kind === 'route'), more: false }),
    )
    .answers('pricing.overrideClass', ({ requestId: _, basedOn: __, ...said }) => {
      const made = { ...said, number: (known[0]?.number ?? 0) + 1, author: 'osei', at: NOON };
      known = [made, ...known];
      return accept(made);
    });
});
afterEach(() => {
  cleanup();
  act(() => sessionEnded(''));
  startOver();
});

/** The list with the focus on its first flight, whose classes are shown. */
async function show() {
  openConsole(hub, OSEI);
  useSession.setState({ entered: true });
  go({ name: 'pricing', tab: 'flights' });
  render(<App />);
  await screen.findByRole('table', { name: 'Booking classes' });
  await user.click(screen.getByRole('textbox', { name: 'Filter flights' }));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.getAttribute('data-flight')).toBe('1'));
}
const form = () => screen.findByRole('form', { name: 'A class by hand' });
const decided = () => hub.inputsOf('pricing.overrideClass').map(({ requestId: _, ...said }) => said);
const listed = () => within(screen.getByRole('table', { name: 'Flights' })).getAllByRole('row')[1]?.textContent;
const panel = () => screen.getByRole('region', { name: 'Booking classes and what is by hand' }).textContent;

test('an Enter that came while the decision was read anew made a second one', async () => {
  await show();
  await user.keyboard('c');
  await form();
  const { promise: read, resolve: isRead } = Promise.withResolvers<void>();
  hub.answers('pricing.overrides', async ({ route }) => {
    if (route) await read;
    return accept({ overrides: known.filter(({ scope }) => !route || scope.kind === 'route'), more: false });
  });
  act(() => screen.getByRole('textbox', { name: 'Reason' }).focus());
  await user.keyboard('a congress{Enter}');
  await waitFor(() => expect(decided()).toHaveLength(1));
  await user.keyboard('{Enter}');
  isRead();
  await waitFor(() => expect(screen.queryByRole('form', { name: 'A class by hand' })).toBeNull());
  expect(decided()).toHaveLength(1);
});

test('C closes the cheapest class with a reason by keyboard alone, a second Enter makes no second one, and list and panel show it at once', async () => {
  await show();
  await user.keyboard('c');
  expect(await form()).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Class' }));
  expect(screen.getByRole('radio', { name: 'Close' })).toHaveProperty('checked', true);
  act(() => screen.getByRole('textbox', { name: 'Reason' }).focus());
  await user.keyboard('a congress{Enter}{Enter}');
  await waitFor(() => expect(screen.queryByRole('form', { name: 'A class by hand' })).toBeNull());
  await user.keyboard('{Enter}');
  expect(decided()).toEqual([{ scope: FLIGHT, cabin: 'Y', code: 'Q', decision: 'closed', reason: 'a congress', basedOn: 0 }]);
  await waitFor(() => expect(listed()).toMatch(/Y9 M9 QC.*override/));
  await waitFor(() => expect(panel()).toContain('Q closed by hand, osei, Sat 21 Nov 07:00 JFK: a congress'));
  // Enter on the list would have opened a policy.
  expect(useNavigation.getState().screen).toMatchObject({ tab: 'flights' });
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.getAttribute('data-flight')).toBe('1');
});

test('another class is typed, and for its route on some days the days are typed as agents write them', async () => {
  await show();
  await user.keyboard('c');
  await form();
  await user.keyboard('m');
  await user.click(screen.getByRole('radio', { name: /days$/ }));
  for (const [name, text] of [
    ['First day', '04dec'],
    ['Last day', '2026-12-07'],
    ['Reason', 'a fair{Enter}'],
  ] as const) {
    const field = screen.getByRole('textbox', { name });
    await user.clear(field);
    await user.type(field, text);
  }
  await waitFor(() =>
    expect(decided()).toEqual([
      {
        scope: { kind: 'route', origin: 'JFK', destination: 'LAX', from: '2026-12-04', to: '2026-12-07' },
        ...{ cabin: 'Y', code: 'M', decision: 'closed', reason: 'a fair', basedOn: 0 },
      },
    ]),
  );
});

test('a class that is by hand is given back without a typed reason, and U takes that back', async () => {
  known = [decision()];
  await show();
  expect(panel()).toContain('Q closed by hand, lindqvist');
  await user.keyboard('c');
  await form();
  await user.keyboard('q');
  expect((await form()).textContent).toContain('Decided before: Q closed by hand, lindqvist, Sat 21 Nov 07:00 JFK: congress in LA');
  expect(screen.getByRole('radio', { name: 'Give back' })).toHaveProperty('checked', true);
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(decided()).toEqual([
      { scope: FLIGHT, cabin: 'Y', code: 'Q', decision: 'policy', reason: 'Given back to the policy', basedOn: 3 },
    ]),
  );
  await waitFor(() => expect(listed()).toContain('Y9 M9 Q9'));
  act(() => undoLast());
  await waitFor(() => expect(decided().at(-1)).toMatchObject({ code: 'Q', decision: 'closed', basedOn: 4 }));
});

test('a decision in between is a refusal in words, and the next Enter follows what was seen', async () => {
  await show();
  await user.keyboard('c');
  await form();
  const made = hub;
  made.answers('pricing.overrideClass', () => {
    known = [decision({ decision: 'open' })];
    return refuse('OVERRIDE_CHANGED', { number: 3, author: 'lindqvist', decision: 'open', code: 'Q', override: known[0] ?? null });
  });
  await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'a congress{Enter}');
  expect(await screen.findByText('Decision 3 about this class is by lindqvist: open.')).toBeTruthy();
  expect(await screen.findByText(/Decided before: Q opened by hand, lindqvist/)).toBeTruthy();
  made.answers('pricing.overrideClass', ({ requestId: _, basedOn, ...said }) =>
    accept({ ...said, number: basedOn + 1, author: 'osei', at: NOON }),
  );
  await user.click(screen.getByRole('radio', { name: 'Close' }));
  await user.type(screen.getByRole('textbox', { name: 'Reason' }), '{Enter}');
  await waitFor(() => expect(decided().at(-1)).toMatchObject({ decision: 'closed', basedOn: 3 }));
});

test('what is missing is said beside its field, and nothing is sent; Esc leaves it', async () => {
  await show();
  await user.keyboard('c');
  await form();
  await user.keyboard('x{Enter}');
  expect((await form()).textContent).toContain('Type one of Y M Q.');
  expect((await form()).textContent).toContain('Say why, in three letters or more.');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('form', { name: 'A class by hand' })).toBeNull();
  expect(decided()).toEqual([]);
});

test('a policy without booking classes says so', async () => {
  hub.answers('pricing.flight', () => accept(flightLook(pricedFlight())));
  openConsole(hub, OSEI);
  useSession.setState({ entered: true });
  go({ name: 'pricing', tab: 'flights' });
  render(<App />);
  await screen.findByRole('region', { name: 'Overbooking advice' });
  await user.click(screen.getByRole('textbox', { name: 'Filter flights' }));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.getAttribute('data-flight')).toBe('1'));
  await user.keyboard('c');
  expect(await screen.findByText('The policy of VX 407 has no booking classes in economy.')).toBeTruthy();
});
