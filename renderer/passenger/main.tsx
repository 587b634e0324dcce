// First of all: the libraries' own settings, before any schema is made.
import '../configure-zod.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/wght.css';
import '../tokens.css';
import '../base.css';
import '../forced-colours.css';
import { assert } from '../../shared/assert.ts';
import { chooseBridge } from '../client/choose-bridge.ts';
import { showTheme } from '../frame/theme.ts';
import { PassengerPage } from './passenger-page.tsx';
import { followDesk } from './passenger-store.ts';

showTheme();
// A session would move from the agent's console to this page.
followDesk(await chooseBridge(() => null));

const page = document.getElementById('page');
assert(page, 'index.html has no #page');
createRoot(page).render(
  <StrictMode>
    <PassengerPage />
  </StrictMode>,
);
