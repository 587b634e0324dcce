import type { AskedQuery } from '../../main/engine/messages.ts';
import type { QueryOutput } from '../../main/queries/registry.ts';
import { Failure } from './failure.ts';
import type { Judge } from './judge.ts';
import { waysProblem } from './model/way-rules.ts';

/**
 * The answer to a query of the hub itself. Ways on that are found are right by the rules, whichever of them are found; where something happened meanwhile,
 * nobody knows what was there. `guard`: runs a check and keeps what it finds.
 */
export function watchedLook(judge: Judge, { name, now }: AskedQuery, answer: Promise<string>, guard: (check: () => void) => void) {
  const { model } = judge;
  if (name !== 'reaccommodation.findWays' || model.holds(now).length > 0 || model.switching) return answer;
  const { newestEvent } = model;
  return answer.then((text) => {
    if (model.newestEvent !== newestEvent || model.switching) return text;
    const { found } = (JSON.parse(text) as { value: QueryOutput<'reaccommodation.findWays'> }).value;
    for (const { ways } of found) judge.meet(`${name} ${ways.length === 0 ? 'none' : ways.length > 3 ? 'many' : 'some'}`);
    guard(() => {
      const problem = waysProblem(model, found, now);
      if (problem) throw new Failure('way on', problem);
    });
    return text;
  });
}
