import { create } from 'zustand';
import { onSessionOver } from '../client/on-session-over.ts';

const KEPT_MAX = 30;

/** Earlier lines of the command bar, newest first. In memory alone: they may hold passengers' names. */
const useCommandHistory = create<{ readonly lines: readonly string[] }>(() => ({ lines: [] }));

export const earlierCommands = (): readonly string[] => useCommandHistory.getState().lines;

export const keepCommand = (line: string): void =>
  useCommandHistory.setState(({ lines }) => ({ lines: [line, ...lines.filter((kept) => kept !== line)].slice(0, KEPT_MAX) }));

onSessionOver(() => useCommandHistory.setState({ lines: [] }));
