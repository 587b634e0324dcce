import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';
import { AGENT, accepted, openBenchHub } from '../bench-hub.ts';
import { latencyFigure, type Row } from '../figure.ts';
import { timed } from '../measure.ts';

const WARM_UP = 10;
const PUBLISHES = 60;
const SUPERVISOR = { user: 'osei', role: 'supervisor', desk: 'T1-01' } as const;
const NETWORK = { kind: 'network' } as const;

/** By demand, from so many percent of the filed fare. */
const rulesFrom = (percent: number): PolicyRule[] => [
  { rule: 'filedBase', percent: { F: 4 * percent, J: 2.5 * percent, W: 1.5 * percent, Y: percent } },
  ...(POLICY_TEMPLATES.demand ?? []).slice(1),
];

/** From a publish for a million flights until the next quote of the reader is by it. */
export const pricingPublish: Row = {
  metrics: ['pricing.publish'],
  async measure(bench) {
    const opened = await openBenchHub(await bench.copyOf('flights'));
    const { hub } = opened;
    const last = accepted(await hub.ask('pricing.policies', { scope: NETWORK }, AGENT)).newest;
    const filed = accepted(await hub.look('policies.filedFares', { scope: NETWORK }));
    const quoted = async () => accepted(await hub.ask('pricing.quote', { flightId: 7, cabin: 'Y' }, AGENT)).policy.version;
    const [samples, raw]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < WARM_UP + PUBLISHES; turn++) {
      const said = {
        scope: NETWORK,
        rules: rulesFrom(100 + 2 * (turn % 5)),
        validFrom: null,
        validTo: null,
        reason: 'Bench',
        basedOn: last + turn,
      };
      samples.push(
        await timed(async () => {
          accepted(await hub.change('policies.publish', { ...said, filed }, SUPERVISOR, `bench-publish-${turn}`));
          if ((await quoted()) !== last + turn + 1) throw new Error('the next quote is by the policy before');
        }),
      );
      raw.push(await timed(quoted));
    }
    const storeBytes = opened.bytes();
    await opened.close();
    for (const all of [samples, raw]) all.splice(0, WARM_UP);
    const note = `${PUBLISHES} times for a million flights, until the next quote is by it; ratio to that quote alone, in turn`;
    return [latencyFigure('pricing.publish', 'worst', 100, samples, raw, { note, storeBytes })];
  },
};
