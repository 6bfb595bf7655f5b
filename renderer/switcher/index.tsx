/** Entry of the quick switcher's own window: shows it with the real bridge and the real time. */
import '../theme/tokens.css';
import '../theme/base.css';
import { createRoot } from 'react-dom/client';
import { connectApi } from '../api.ts';
import { systemClock } from '../clock.ts';
import { pageVisibility } from '../page-visibility.ts';
import { createTicker } from '../ticker.ts';
import { createSwitcherApplication } from './switcher-application.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('switcher.html has no #root');
const time = { clock: systemClock, ticker: createTicker(systemClock, pageVisibility) };
const focusFirst = (): void => root.querySelector<HTMLElement>('input, button')?.focus();
createRoot(root).render(
  createSwitcherApplication({ api: connectApi(), time, visibility: pageVisibility, onShown: focusFirst }),
);
