import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import { useSession } from '../client/session-store.ts';
import { Tag } from '../parts/tag.tsx';
import { rulesInForce } from './begin-draft.ts';
import { useDraft } from './draft-store.ts';
import { usePolicies } from './policies-store.ts';
import { changesBetween, countOf } from './rule-changes.ts';
import { authorText, momentText, versionName } from './version-words.ts';

const OF = { network: 'of the network', route: 'of the route', flight: 'of the flight' };

/** Which version prices the scope now, since when and by whom; and whether a draft waits. */
export function InForceLine({ scope }: { scope: PolicyScope }) {
  const { policies } = usePolicies(scope);
  const draft = useDraft(scope);
  const home = useSession(({ state }) => state?.home) ?? { airport: '', zone: 'UTC' };
  if (!policies) return null;
  const { inForce } = policies;
  const count = draft ? countOf(changesBetween(rulesInForce(policies), draft.rules)) : 0;
  return (
    <span className="push pr-in-force">
      <span className="s12 t2 cut">
        in force <b>{versionName(inForce)}</b>
        {inForce.scope.kind === scope.kind ? '' : ` ${OF[inForce.scope.kind]}`}
        {inForce.author ? ` since ${momentText(inForce.validFrom, home)}, ` : ', '}
        {authorText(inForce)}
      </span>
      {draft ? <Tag kind="acc">{`draft, ${count} ${count === 1 ? 'change' : 'changes'}`}</Tag> : null}
    </span>
  );
}
