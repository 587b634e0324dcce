import './what-if.css';
import { useEffect, useState } from 'react';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import { onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { ACTION_ROW, SCROLLS } from '../keys/key-place.ts';
import { useDeeds, useKeys } from '../keys/use-keys.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useConnection } from '../stores/connection-store.ts';
import { go } from '../stores/navigation-store.ts';
import { CHANGED_LISTS, ChangedFlights, type ChangedList } from './changed-flights.tsx';
import { useDraft } from './draft-store.ts';
import { type Policies, usePolicies } from './policies-store.ts';
import { PublishBar } from './publish-bar.tsx';
import { PublishProblem } from './publish-problem.tsx';
import { isUnderWay, RunBar } from './run-bar.tsx';
import { scopeKey } from './scope-key.ts';
import { SimPoints } from './sim-points.tsx';
import { SimTable } from './sim-table.tsx';
import { useDraftPublish } from './use-draft-publish.ts';
import { useExample } from './use-example.ts';
import { versionName } from './version-words.ts';
import { readOptions, useWhatIfOptions, WhatIfFields } from './what-if-options.tsx';
import { useWhatIf } from './what-if-store.ts';

/** Publishes the draft from beside what it would do. What another publish changed in between is settled under Policy. */
function PublishTried({ scope, policies }: { scope: PolicyScope; policies: Policies }) {
  const airport = useSession(({ state }) => state?.home.airport) ?? '';
  const { example } = useExample(scope, null);
  const publish = useDraftPublish(scope, policies, example.question.currency);
  const { draft, plan, send } = publish;
  useDeeds('whatIf', { 'Ctrl Enter': send });
  if (!draft || !plan) return null;
  return (
    <>
      <PublishProblem {...publish} />
      <PublishBar {...publish} {...{ draft, plan, airport }} />
    </>
  );
}

/** What a draft would do: to the flights as they are loaded, and on simulated demand. */
export function WhatIfTab({ scope }: { scope: PolicyScope }) {
  const draft = useDraft(scope);
  const { policies } = usePolicies(scope);
  const { run, refusal } = useWhatIf();
  const options = readOptions(useWhatIfOptions());
  const connected = useConnection((now) => now.status === 'live');
  const [list, setList] = useState<ChangedList>('largest');
  const own = run && scopeKey(run.scope) === scopeKey(scope) ? run : null;
  const underWay = isUnderWay(own);
  // What was compared is what was in force when it began, and another one may have come in since.
  const cameIn = own && policies && policies.inForce.validFrom > own.at ? versionName(policies.inForce) : undefined;
  const inForce = cameIn || !policies ? 'Before' : versionName(policies.inForce);
  const start = draft && options ? () => void useWhatIf.getState().start({ scope, rules: [...draft.rules], ...options }) : undefined;
  const nextList = (): void => setList(CHANGED_LISTS[(CHANGED_LISTS.indexOf(list) + 1) % CHANGED_LISTS.length] ?? 'largest');
  useKeys('whatIf', {
    R: start,
    S: own?.loads ? nextList : undefined,
    Esc: underWay ? () => void useWhatIf.getState().stop() : undefined,
  });
  // It may have come further while the hub was out of reach, and this console did not hear of it.
  useEffect(() => {
    if (connected) void useWhatIf.getState().load();
  }, [connected]);
  useEffect(() => {
    const { load, hear } = useWhatIf.getState();
    const stops = [onHeard(hear), onResync(() => void load())];
    return () => {
      for (const stop of stops) stop();
      // A refusal is for the moment; it does not wait for the next visit.
      useWhatIf.setState({ refusal: null });
    };
  }, []);
  const changed = own !== null && draft !== undefined && JSON.stringify(own.rules) !== JSON.stringify(draft.rules);
  const outdated = cameIn ? `${cameIn} came in since` : changed ? 'The draft has changed since' : undefined;
  const work = (
    <div className="wi-work">
      {own?.loads ? (
        <ChangedFlights
          loads={own.loads}
          list={list}
          onList={setList}
          inForce={inForce}
          onOpen={(flightId) => go({ name: 'flight', flightIds: [flightId] })}
        />
      ) : null}
      <section className={own?.loads ? 'wi-right' : 'wi-right alone'} aria-labelledby="wi-title">
        <div className="panel-h">
          <h2 id="wi-title">What-if</h2>
          <span className="s12 t3 cut">both sides get the same arrivals; each run is one departure from its first booking on</span>
        </div>
        <WhatIfFields onStart={() => start?.()} />
        {refusal ? <RefusalLine refusal={refusal} className="wi-refusal" /> : null}
        {own ? <RunBar run={own} outdated={outdated} onStart={start} onStop={() => void useWhatIf.getState().stop()} /> : null}
        {own ? null : draft ? (
          <Empty icon="price" title="This draft has not been tried">
            <p>It changes nothing that is sold. Stop it at any time; the figures so far stay.</p>
            <p {...ACTION_ROW}>
              <Button variant="go" kbd="R" {...(start ? { onPress: start } : { isDisabled: true })}>
                Try it
              </Button>
            </p>
          </Empty>
        ) : (
          <Empty icon="price" title="There is no draft to try">
            <p>Change a rule under Policy first.</p>
            <p {...ACTION_ROW}>
              <Button onPress={() => go({ name: 'pricing', scope, tab: 'policy' })}>Go to the policy</Button>
            </p>
          </Empty>
        )}
        {own?.simulated ? (
          <section className="wi-figures" {...SCROLLS} aria-label="Simulated departures">
            <p className="s12 t2 wi-note">
              Mean of a departure, over{' '}
              {own.simulated.flights === 1 ? 'this flight' : `${own.simulated.flights} flights spread over the scope`}; all cabins, all
              seats for sale. {own.order === 'mixed' ? 'People ask in the order of their days' : 'Those who would pay least ask first'},
              demand of {own.demandPercent} % of the seats, seed {own.seed}.
            </p>
            <SimTable simulated={own.simulated} inForce={inForce} />
            <SimPoints points={own.simulated.points} runs={own.runs} />
          </section>
        ) : own && own.state === 'done' ? (
          <Empty icon="note" title="Nothing to simulate">
            The draft prices no flight that is still to leave.
          </Empty>
        ) : null}
      </section>
    </div>
  );
  return (
    <div className="pr-policy">
      {work}
      {policies ? <PublishTried {...{ scope, policies }} /> : null}
    </div>
  );
}
