import type { ModelCommand } from './model.ts';

/** The clock goes on between a decision about it and its repeat, so that only what the sender saw is compared. */
const said = ({ name, body }: ModelCommand): string => (name.startsWith('clock.') ? JSON.parse(body).shown : body);
/** What tells two requests under one number apart. */
export const askedBy = (command: ModelCommand): string => `${command.name} ${command.actor.user} ${command.actor.desk} ${said(command)}`;
