import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { RuleName } from '../../shared/pricing/policy.ts';
import { Button } from '../parts/button.tsx';
import { RULE_FORMS } from './rules/rule-forms.ts';
import { TEMPLATES, type Template } from './template-names.ts';

const NAMES = Object.keys(RULE_FORMS) as RuleName[];

interface AddRuleProps {
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  onAdd: (name: RuleName) => void;
}

/** The kinds of rules, each with what it does. */
export function AddRule({ isOpen, onOpenChange, onAdd }: AddRuleProps) {
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button kbd="A">Add a rule</Button>
      <Popover className="pop" offset={4} placement="top start">
        <Menu className="options" aria-label="Add a rule" onAction={(name) => onAdd(name as RuleName)}>
          {NAMES.map((name) => (
            <MenuItem key={name} id={name} className="option" textValue={RULE_FORMS[name].title}>
              {RULE_FORMS[name].title}
              <span className="t3 s12 push">{RULE_FORMS[name].does}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Policies to begin from: the whole stack is replaced, and U brings it back. */
export function BeginFrom({ onBegin }: { onBegin: (template: Template) => void }) {
  return (
    <MenuTrigger>
      <Button variant="quiet">Begin from a template</Button>
      <Popover className="pop" offset={4} placement="top start">
        <Menu
          className="options"
          aria-label="Begin from a template"
          onAction={(key) => {
            const template = TEMPLATES.find((each) => each.key === key);
            if (template) onBegin(template);
          }}
        >
          {TEMPLATES.map(({ key, name }) => (
            <MenuItem key={key} id={key} className="option" textValue={name}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
