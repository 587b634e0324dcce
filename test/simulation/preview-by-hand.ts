import { isDeepStrictEqual } from 'node:util';
import type { Output } from '../../shared/contract.ts';
import type { Reply } from '../../shared/refusals.ts';
import type { ActionOf } from './action.ts';
import { difference, Failure } from './failure.ts';
import { previewOf } from './model/hand-preview.ts';
import type { SimulatedHub } from './simulated-hub.ts';

type Preview = Reply<Output<'schedule.byHand'>>;

/** What a fault says, whatever is asked. */
const FAULT = /^(STORE_|CLOCK_DOUBTFUL|HUB_CLOSING)/;

/** What the model foretells of a preview. */
const shown = (reply: Preview): object => {
  if (!reply.ok) return reply;
  const { counts, touched } = reply.value;
  const bookings = touched.bookings.map(({ bookingId, held, kind }) => ({ bookingId, held, kind }));
  return { ok: true, counts, bookings: bookings.sort((a, b) => a.bookingId - b.bookingId) };
};

/** Plans a change by hand, and holds what is told of it against the model. Returns its import; undefined where it was refused, or where the schedule changed meanwhile. */
export async function previewByHand(
  desk: SimulatedHub,
  { change, reason }: ActionOf<'by-hand'>,
  call: (method: string, input: object) => Promise<string>,
): Promise<string | undefined> {
  const { model } = desk.judge;
  const { starts } = desk;
  const before = { plan: undefined, ...previewOf(model, change, desk.now()) };
  const reply = JSON.parse(await call('schedule.byHand', { change, reason })) as Preview;
  if (desk.starts !== starts || (!reply.ok && FAULT.test(reply.refusal.code))) return undefined;
  const { reply: expected, plan } = previewOf(model, change, desk.now());
  if (!isDeepStrictEqual(before, { reply: expected, plan })) return undefined;
  desk.judge.meet(`schedule.byHand ${reply.ok ? `${change.kind} ok` : reply.refusal.code}`);
  const found = difference(expected, shown(reply));
  if (found) throw new Failure(`preview by hand of ${change.kind}`, `${found}; ${JSON.stringify(reply)}, asked: ${JSON.stringify(change)}`);
  if (!reply.ok || !plan) return undefined;
  const { importId } = reply.value;
  const staged = difference(plan.flights, model.staged.get(importId) ?? []);
  if (staged) throw new Failure('staged by hand', `${staged}; asked: ${JSON.stringify(change)}`);
  model.hand.previewed(importId, plan, reason);
  return importId;
}
