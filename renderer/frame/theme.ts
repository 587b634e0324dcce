import { create } from 'zustand';

const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'aisle.theme';
const isTheme = (text: string | null): text is Theme => THEMES.some((theme) => theme === text);
const kept = (): Theme => {
  const text = localStorage.getItem(KEY);
  return isTheme(text) ? text : 'system';
};

export const useTheme = create<{ theme: Theme }>(() => ({ theme: kept() }));

/** Puts the remembered theme on the page. Called before anything is drawn, so that nothing flashes. */
export function showTheme(): void {
  const { theme } = useTheme.getState();
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  useTheme.setState({ theme });
  showTheme();
}
