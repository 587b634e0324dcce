import { useSession } from '../client/session-store.ts';
import { Button } from '../parts/button.tsx';
import type { PricingScope } from '../stores/navigation-store.ts';
import { ChangeList } from './change-list.tsx';
import { discardDraft, keepDraft, useDraft } from './draft-store.ts';
import { PLAIN_EXAMPLE } from './example.ts';
import { PolicyCharts } from './policy-charts.tsx';
import { changesBetween, countOf } from './rule-changes.ts';
import { Stack } from './stack.tsx';
import { TEMPLATES } from './template-names.ts';

/** The rules of a scope, and a draft of them that stays while its supervisor looks elsewhere. */
export function PolicyTab({ scope }: { scope: PricingScope }) {
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const draft = useDraft(scope);
  const began = draft?.began ?? TEMPLATES[0]?.rules ?? [];
  const rules = draft?.rules ?? began;
  const count = countOf(changesBetween(began, rules));
  return (
    <div className="pr-policy">
      <div className="pr-work">
        <Stack
          rules={rules}
          published={began}
          publishedName="the start"
          example={PLAIN_EXAMPLE}
          onRules={supervisor ? (next) => keepDraft({ scope, began, rules: next, reason: draft?.reason ?? '' }) : undefined}
        />
        <div className="pr-side">
          <PolicyCharts rules={rules} published={began} publishedName="the start" example={PLAIN_EXAMPLE} />
          {draft ? (
            <section className="pr-draft-changes" aria-label="Changes of the draft">
              <div className="panel-h">
                <h2>Changes of the draft</h2>
              </div>
              <ChangeList
                label="Changes of the draft"
                before={began}
                after={rules}
                beforeName="the start"
                afterName="draft"
                currency={PLAIN_EXAMPLE.question.currency}
              />
            </section>
          ) : null}
        </div>
      </div>
      {draft ? (
        <footer className="pr-publish">
          <span className="t2">
            Draft, {count} {count === 1 ? 'change' : 'changes'}
          </span>
          <Button variant="quiet" className="push" onPress={() => discardDraft(scope)}>
            Discard
          </Button>
        </footer>
      ) : null}
    </div>
  );
}
