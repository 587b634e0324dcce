import type { ReactNode } from 'react';
import { Checkbox, type CheckboxProps } from 'react-aria-components/Checkbox';
import { Icon } from './icon.tsx';
import './check-box.css';

interface CheckBoxProps extends Omit<CheckboxProps, 'children' | 'className'> {
  children: ReactNode;
  className?: string;
}

export function CheckBox({ children, className, ...rest }: CheckBoxProps) {
  return (
    <Checkbox {...rest} className={`check${className ? ` ${className}` : ''}`}>
      {({ isSelected }) => (
        <>
          <span className="box" aria-hidden="true">
            {isSelected ? <Icon name="check" size={12} strokeWidth={2.5} /> : null}
          </span>
          {children}
        </>
      )}
    </Checkbox>
  );
}
