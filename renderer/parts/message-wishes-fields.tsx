import { MESSAGE_LANGUAGE_WORDS, MESSAGE_LANGUAGES } from '../../shared/message-kinds.ts';
import type { MessageWishes } from '../../shared/methods/messages.ts';
import { CheckBox } from './check-box.tsx';
import { SelectField } from './select-field.tsx';

interface MessageWishesFieldsProps {
  wishes: MessageWishes;
  /** Puts the focus on the first that can be set. */
  autoFocus?: boolean;
  onChange: (wishes: MessageWishes) => void;
}

/** In which language the passengers hear of their booking, or that they want no messages. */
export function MessageWishesFields({ wishes, autoFocus = false, onChange }: MessageWishesFieldsProps) {
  return (
    <>
      <SelectField
        className="wish-language"
        label="Messages in"
        value={wishes.language}
        choices={MESSAGE_LANGUAGES.map((value) => ({ value, text: MESSAGE_LANGUAGE_WORDS[value] }))}
        isDisabled={wishes.optedOut}
        autoFocus={autoFocus && !wishes.optedOut}
        onChange={(language) => onChange({ ...wishes, language })}
      />
      <CheckBox
        className="no-messages"
        isSelected={wishes.optedOut}
        autoFocus={autoFocus && wishes.optedOut}
        onChange={(optedOut) => onChange({ ...wishes, optedOut })}
      >
        No messages
      </CheckBox>
    </>
  );
}
