import type { Actor } from '../../../main/actor.ts';
import type { InnerHub } from '../../../main/hub/hub.ts';
import type { WriteDatabase } from '../../../main/store/database.ts';
import type { PolicyScope, PolicyView } from '../../../shared/methods/policy-view.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';

/** A policy to begin from, by its name. `fixed` and `demand` are how flights were priced before there were policies. */
export type Template = 'fixed' | 'demand' | (string & {});

export const rulesOf = (template: string): PolicyRule[] => [...(POLICY_TEMPLATES[template] ?? [])];

/** Publishes rules for a scope now, as a supervisor does who has seen what is in force. Null: the wider scope counts. */
export async function publishPolicy(
  hub: Pick<InnerHub, 'ask' | 'change'>,
  requestId: string,
  scope: PolicyScope,
  rules: readonly PolicyRule[] | null,
  actor: Actor,
): Promise<PolicyView> {
  const known = await hub.ask('pricing.policies', { scope }, actor);
  const basedOn = known.ok ? (known.value.own[0]?.version ?? 0) : 0;
  const said = { scope, rules: rules && [...rules], validFrom: null, validTo: null, reason: 'For a test', basedOn };
  const reply = await hub.change('policies.publish', { ...said, filed: [] }, actor, requestId);
  if (!reply.ok) throw new Error(`refused: ${reply.refusal.code} ${reply.refusal.message}`);
  return reply.value;
}

/** Puts a policy of one flight into the store without a journal, as the migration does for stores that are older than policies. */
export function givePolicy(db: WriteDatabase, flightId: number, template: Template) {
  const sql = `INSERT INTO policies (version, scope, flight_id, rules, valid_from, author, reason, published_at)
    SELECT max(version) + 1, 'flight', ?, ?, 0, '', 'As before there were policies', 0 FROM policies`;
  return db.change(sql).run(flightId, JSON.stringify(rulesOf(template)));
}
