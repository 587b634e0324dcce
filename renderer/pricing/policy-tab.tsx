import { useSession } from '../client/session-store.ts';
import { Button } from '../parts/button.tsx';
import type { PricingScope } from '../stores/navigation-store.ts';
import { discardDraft, keepDraft, useDraft } from './draft-store.ts';
import { PLAIN_EXAMPLE } from './example.ts';
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
      <Stack
        rules={rules}
        published={began}
        publishedName="the start"
        example={PLAIN_EXAMPLE}
        onRules={supervisor ? (next) => keepDraft({ scope, began, rules: next, reason: draft?.reason ?? '' }) : undefined}
      />
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
