import { TEST_CARDS } from '../../shared/methods/tenders.ts';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { changeDraft } from './tender-draft-store.ts';
import { type TenderDraft, type Terminal, testCardWords } from './tenders.ts';

/** The approval code of a slip; without one the terminal of the desk is asked. */
export function CardFields({ draft, terminal }: { draft: TenderDraft; terminal: Terminal }) {
  return (
    <>
      <TextField
        label="Approval code"
        value={draft.code}
        onChange={(code) => changeDraft({ code })}
        placeholder={terminal === 'simulated' ? 'ask terminal' : 'from the slip'}
      />
      {terminal === 'simulated' && draft.code === '' ? (
        <SelectField
          label="Training terminal"
          value={draft.testCard}
          choices={TEST_CARDS.map((value) => ({ value, text: testCardWords(value) }))}
          onChange={(testCard) => changeDraft({ testCard })}
        />
      ) : null}
    </>
  );
}
