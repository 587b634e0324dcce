import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { Icon } from './icon.tsx';
import './field.css';

interface Choice<Value extends string> {
  value: Value;
  text: string;
  /** Said after the text in the list, quieter. */
  more?: string;
}

interface SelectFieldProps<Value extends string> {
  label: string;
  /** Keeps the label for screen readers alone. */
  labelHidden?: boolean;
  value: Value;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
  isDisabled?: boolean;
  autoFocus?: boolean;
  className?: string;
}

/** One of a few: opens with Enter, Space or an arrow key; typing a first letter goes to the choice. */
export function SelectField<Value extends string>({
  label,
  labelHidden,
  value,
  choices,
  onChange,
  isDisabled,
  autoFocus = false,
  className,
}: SelectFieldProps<Value>) {
  return (
    <Select
      className={`field${className ? ` ${className}` : ''}`}
      value={value}
      onChange={(key) => onChange(key as Value)}
      isDisabled={isDisabled ?? false}
      autoFocus={autoFocus}
      {...(labelHidden ? { 'aria-label': label } : {})}
    >
      {labelHidden ? null : <Label>{label}</Label>}
      <Button className="input">
        <SelectValue className="cut">{({ selectedText }) => selectedText}</SelectValue>
        <span className="push t3">
          <Icon name="down" size={14} />
        </span>
      </Button>
      <Popover className="pop" offset={4}>
        <ListBox className="options" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.text} className="option">
              {choice.text}
              {choice.more ? <span className="t3 s12 push">{choice.more}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
