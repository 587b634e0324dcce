import { afterEach, describe, expect, it } from 'vitest';
import { useBoard, wish } from '../../../renderer/board/board-store.ts';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { ONE_ADULT } from '../../../renderer/format/read-party.ts';
import { earlierCommands, keepCommand } from '../../../renderer/frame/command-history.ts';
import { newSale } from '../../../renderer/sale/sale-flow.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { forgetHolds, loadHolds, useHolds } from '../../../renderer/stores/holds-store.ts';
import type { ReplyOf } from '../../../shared/contract.ts';
import { accept } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hold, signedIn } from '../support/samples.ts';

const ruiz = { user: signedIn.user, display: signedIn.display, role: signedIn.role, desk: signedIn.desk };
const sit = (session: typeof ruiz | null, locked = false): void => useSession.setState({ session, locked });

/** What an agent leaves on the console: a typed name, a search, a line of the command bar. */
function work(): void {
  const sale = newSale([7], ONE_ADULT, null);
  useSale.setState({ sale: { ...sale, contact: '+1 212 555 0148' }, parked: { 1: sale } });
  wish({ to: 'LAX' });
  keepCommand('SMITH/J');
}
const left = () => ({
  sale: useSale.getState().sale?.contact,
  parked: Object.keys(useSale.getState().parked).length,
  wish: useBoard.getState().wishes.to,
  commands: earlierCommands(),
});
const NOTHING = { sale: undefined, parked: 0, wish: '', commands: [] };
const EVERYTHING = { sale: '+1 212 555 0148', parked: 1, wish: 'LAX', commands: ['SMITH/J'] };

describe('what one person leaves on the console', () => {
  afterEach(() => sit(null));

  it.each([
    ['is gone after a sign-out', () => sit(null), NOTHING],
    ['is gone when somebody else unlocks', () => sit({ ...ruiz, user: 'osei' }), NOTHING],
    ['is gone when the console becomes another desk', () => sit({ ...ruiz, desk: 'T1-05' }), NOTHING],
    ['is there after a lock by the same person', () => sit(ruiz), EVERYTHING],
  ])('%s', (_, then, expected) => {
    sit(ruiz);
    work();
    sit(ruiz, true);
    then();
    expect(left()).toEqual(expected);
  });

  it('does not come back with an answer that was asked for before the sign-out', async () => {
    let answer = (_: ReplyOf<'holds.ofDesk'>): void => undefined;
    connect(
      new FakeBridge().answers(
        'holds.ofDesk',
        () =>
          new Promise((resolve) => {
            answer = resolve;
          }),
      ),
    );
    const asked = loadHolds();
    forgetHolds();
    answer(accept({ holds: [hold()] }));
    await asked;
    expect(useHolds.getState()).toMatchObject({ holds: [], loaded: false, asking: 'no' });
  });
});
