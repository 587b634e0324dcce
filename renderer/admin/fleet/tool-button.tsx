interface ToolButtonProps {
  kbd: string;
  children: string;
  /** What is selected is so already. Left out where the tool says no state. */
  isOn?: boolean;
  more?: string | undefined;
  isDisabled?: boolean;
  onPress: () => void;
}

/** A small button with its key. A press by mouse leaves the focus where it is, so that the next key goes on there. */
export function ToolButton({ kbd, children, isOn, more, isDisabled = false, onPress }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={`mp-tool${isOn ? ' on' : ''}`}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      title={more}
      disabled={isDisabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <span aria-hidden="true">
        <kbd>{kbd}</kbd>
      </span>
      {children}
    </button>
  );
}
