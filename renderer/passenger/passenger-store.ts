import { create } from 'zustand';
import type { Bridge } from '../../shared/contract.ts';
import type { ShownToPassenger } from '../../shared/methods/passenger.ts';
import type { Heard } from '../../shared/notices.ts';
import { SocketBridge } from '../client/socket-bridge.ts';

interface PassengerStore {
  /** away: the hub does not answer. unpaired: this computer is no desk. */
  readonly hub: 'away' | 'unpaired' | 'there';
  /** Empty where the hub knows none. */
  readonly company: string;
  readonly zone: string;
  /** How far the hub's clock is ahead of this computer's. */
  readonly ahead: number;
  readonly view: ShownToPassenger | null;
}

/** What this screen shows. It is in the memory of the page alone. */
export const usePassenger = create<PassengerStore>(() => ({ hub: 'away', company: '', zone: 'UTC', ahead: 0, view: null }));

/** Follows what the agent's console of this desk shows. Whatever breaks, nothing of a booking stays on the screen. */
export function followDesk(bridge: Bridge): void {
  bridge.on((raw) => {
    const heard = raw as Heard;
    if (!('notice' in heard)) return;
    if (heard.type === 'passenger.shown') usePassenger.setState({ view: heard.view });
    else if (heard.type === 'hello') void follow(bridge);
  });
  void follow(bridge);
  if (!(bridge instanceof SocketBridge)) return;
  bridge.onDown(() => usePassenger.setState({ hub: 'away', view: null }));
  // The hub has a newer page than this one.
  bridge.onOtherProtocol(({ hubIs }) => hubIs === 'newer' && location.reload());
}

async function follow(bridge: Bridge): Promise<void> {
  const reply = await bridge.call('passenger.follow', {});
  if (reply.ok) {
    const { company, zone, now, view } = reply.value;
    usePassenger.setState({ hub: 'there', company, zone, ahead: now - Date.now(), view });
  } else usePassenger.setState({ hub: reply.refusal.code === 'DESK_NOT_PAIRED' ? 'unpaired' : 'away', view: null });
}
