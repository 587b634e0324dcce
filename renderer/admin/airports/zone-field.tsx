import { useRef } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import '../../parts/field.css';

interface ZoneFieldProps {
  value: string;
  onChange: (zone: string) => void;
  wrong: string | undefined;
}

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => ({ id }));
const plain = (text: string): string => text.toLowerCase().replace(/[ _]/g, '_');

/** A time zone of the list: any part of its name finds it. What is typed and stands in no list is judged by the hub. */
export function ZoneField({ value, onChange, wrong }: ZoneFieldProps) {
  const frame = useRef<HTMLDivElement>(null);
  return (
    <ComboBox
      className="field"
      inputValue={value}
      onInputChange={onChange}
      defaultItems={ZONES}
      value={ZONES.some(({ id }) => id === value) ? value : null}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      allowsCustomValue
      defaultFilter={(zone, typed) => plain(zone).includes(plain(typed))}
      isInvalid={Boolean(wrong)}
      validationBehavior="aria"
    >
      <Label>Time zone</Label>
      <div className="input" ref={frame}>
        <Input spellCheck="false" autoComplete="off" placeholder="Europe/Paris" onFocus={(event) => event.currentTarget.select()} />
      </div>
      {wrong ? <span className="wrong">{wrong}</span> : null}
      <Popover className="pop" offset={4} triggerRef={frame}>
        <ListBox className="options">
          {({ id }: { id: string }) => (
            <ListBoxItem id={id} textValue={id} className="option">
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
