import type { ActionOf } from './action.ts';

/** What a desk does with an item of a queue: the method and what it is given. */
export function queueInput(
  { what, queue, subject, after, ms, to, remark }: ActionOf<'queue'>,
  now: number,
): readonly [method: string, input: object] {
  const item = { queue, subject };
  const more = {
    next: { queue, after: after ? subject : null },
    open: item,
    letGo: item,
    done: { ...item, remark, next: after },
    later: { ...item, at: Math.max(1, now + ms), remark },
    pass: { ...item, desk: to, remark },
  };
  return [`queues.${what}`, more[what]];
}
