// First of all: the libraries' own settings, before any schema is made.
import './configure-zod.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/wght.css';
import './tokens.css';
import './base.css';
import './forced-colours.css';
import { assert } from '../shared/assert.ts';
import { App } from './app.tsx';
import { chooseBridge } from './client/choose-bridge.ts';
import { useBridge as connect } from './client/client.ts';
import { followScreen } from './follow-screen.ts';
import { showTheme } from './frame/theme.ts';
import { followFlightsOfHold } from './sale/follow-flights-of-hold.ts';
import { followSale } from './sale/follow-sale.ts';
import { watchBridge } from './stores/watch-bridge.ts';
import { wireStores } from './stores/wire-stores.ts';
import { showToPassenger } from './to-passenger/show-to-passenger.ts';

showTheme();
const bridge = await chooseBridge();
connect(bridge);
wireStores();
followSale();
followFlightsOfHold();
followScreen();
showToPassenger();
watchBridge(bridge);

const page = document.getElementById('page');
assert(page, 'index.html has no #page');
createRoot(page).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
