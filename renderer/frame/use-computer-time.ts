import { useSession } from '../client/session-store.ts';
import { useNow } from '../stores/clock-store.ts';

/** What the clock of the hub's computer shows now. It goes on beside the hub's time, at the distance that the hub told last. */
export function useComputerTime(): number {
  const apart = useSession(({ state }) => (state ? state.clock.computer - state.now : 0));
  return useNow() + apart;
}
