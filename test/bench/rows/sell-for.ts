import { sale } from '../../main/support/test-hub.ts';
import { AGENT, accepted, type BenchHub, type Hold, placeHold } from '../bench-hub.ts';
import { timed } from '../measure.ts';

/** Desks that sell at the same time. */
export const SELLERS = 16;

/** Whole sales until the time is up, or what they are beside is over; how long each took. */
export async function sellFor(ms: number, opened: BenchHub, holds: Iterator<Hold>, over = () => false): Promise<number[]> {
  const until = performance.now() + ms;
  const samples: number[] = [];
  const agent = async () => {
    while (performance.now() < until && !over()) {
      const { value: hold } = holds.next();
      if (!hold) throw new Error('there are not enough holds to sell');
      samples.push(
        await timed(async () => {
          const held = await placeHold(opened, hold);
          accepted(await opened.hub.change('payments.confirm', { ...sale(held), approved: [] }, AGENT, `${hold.requestId}-confirm`));
        }),
      );
    }
  };
  await Promise.all(Array.from({ length: SELLERS }, agent));
  return samples;
}
