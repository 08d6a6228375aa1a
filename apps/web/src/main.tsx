import './look/tokens.css';
import './look/base.css';
import './look/shell.css';
import './look/parts.css';
import './look/rooms.css';
import './look/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HashRouter } from 'react-router';
import { keep, keepAppOffline } from './keep/index.ts';
import { Shell } from './shell.tsx';

const place = document.getElementById('app');
if (place === null) throw new Error('the page has no place for the app');

void keep.open();
keepAppOffline();

/**
 * Routes live behind `#`: the app is a handful of static files, and a static host answers only for files that exist. So
 * deep links, reload and Back work on any host, in any sub-folder, without a rule for it.
 */
createRoot(place).render(
  <StrictMode>
    <HashRouter>
      <Shell />
    </HashRouter>
  </StrictMode>,
);
