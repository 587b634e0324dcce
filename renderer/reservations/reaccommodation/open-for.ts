import { call } from '../../client/client.ts';
import { stillHere } from '../../stores/navigation-store.ts';
import { useDesk } from './desk-store.ts';
import { proposeThree } from './keep-seats.ts';

/** Shows the desk with one booking, and asks for three ways on for it. */
export async function openFor(bookingId: number): Promise<void> {
  const isHere = stillHere();
  const reply = await call('reaccommodation.of', { bookingId });
  if (!isHere()) return;
  const { show, load } = useDesk.getState();
  const group = reply.ok ? reply.value.group : null;
  if (group) show(group);
  await load();
  if (!isHere()) return;
  if (!reply.ok) {
    useDesk.setState({ refused: reply.refusal });
    return;
  }
  if (!group) useDesk.setState(({ rows }) => ({ rows: [reply.value.booking, ...rows] }));
  useDesk.setState({ chosen: bookingId });
  await proposeThree({ bookingId });
}
