import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from '../parts/icon.tsx';
import { asDeskName } from './desk-name.ts';
import '../parts/field.css';

interface DeskFieldProps {
  value: string;
  desks: readonly string[];
  onChange: (desk: string) => void;
  /** Said under the field while nothing is wrong with it. */
  hint: string;
  wrong: string | undefined;
}

/** A desk from the list, or the name of a new one. Only an arrow key or the button opens the list, so that Enter signs in while typing. */
export function DeskField({ value, desks, onChange, hint, wrong }: DeskFieldProps) {
  const frame = useRef<HTMLDivElement>(null);
  return (
    <ComboBox
      className="field desk"
      menuTrigger="manual"
      inputValue={value}
      onInputChange={(typed) => onChange(asDeskName(typed))}
      items={desks.map((name) => ({ id: name }))}
      value={desks.includes(value) ? value : null}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      allowsCustomValue
      defaultFilter={(name, typed) => name.includes(typed)}
      isInvalid={Boolean(wrong)}
      validationBehavior="aria"
    >
      <Label>Desk</Label>
      <div className="input" ref={frame}>
        <Input name="desk" className="prop" spellCheck="false" autoComplete="off" onFocus={(event) => event.currentTarget.select()} />
        <Button className="show-desks" aria-label="Show the desks">
          <Icon name="down" size={14} />
        </Button>
      </div>
      {wrong ? <span className="wrong">{wrong}</span> : null}
      <span className="hint" role="status">
        {wrong ? '' : hint}
      </span>
      <Popover className="pop" offset={4} triggerRef={frame}>
        <ListBox className="options">
          {({ id }: { id: string }) => (
            <ListBoxItem id={id} textValue={id} className="option prop">
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
