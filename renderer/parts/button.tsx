import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import './button.css';

interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'> {
  children: ReactNode;
  /** go: the one next step of a screen. quiet: beside others. danger: something is lost by it. */
  variant?: 'go' | 'plain' | 'quiet' | 'danger';
  /** The key that does the same, shown at its end: `Enter`, `F10`. */
  kbd?: string;
  className?: string;
  title?: string;
  ref?: Ref<HTMLButtonElement>;
}

/**
 * While `isPending` the button keeps its size and focus and cannot be pressed. React Aria's own pending state is not used: it would announce
 * the button's name at the start and the end. The screens announce what happens instead.
 */
export function Button({ children, variant = 'plain', kbd, className, isPending = false, onPress, type, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(type ? { type: isPending && type === 'submit' ? 'button' : type } : {})}
      {...(isPending ? { 'aria-disabled': true } : onPress ? { onPress } : {})}
      className={`btn ${variant}${isPending ? ' pending' : ''}${className ? ` ${className}` : ''}`}
    >
      {children}
      {kbd ? (
        <span aria-hidden="true">
          <kbd>{kbd}</kbd>
        </span>
      ) : null}
    </AriaButton>
  );
}
