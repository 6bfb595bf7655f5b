/** The window's entry: shows the application with the real bridge and the real time. */
import './theme/tokens.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { connectApi } from './api.ts';
import { createApplication } from './application.tsx';
import { systemClock } from './clock.ts';
import { pageVisibility } from './page-visibility.ts';
import { createTicker } from './ticker.ts';
import { places } from './views/places.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const ticker = createTicker(systemClock, pageVisibility);
createRoot(root).render(createApplication({ api: connectApi(), clock: systemClock, ticker, places }));
