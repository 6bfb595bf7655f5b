/** The whole window: which of its screens shows. */
import './window.css';
import { useRoute, useWindowState } from '../../state/use-store.ts';
import { useTheme } from '../../theme/use-theme.ts';
import type { Places } from '../places.tsx';
import { FirstScreen } from './first-screen.tsx';
import { IdentityDialog } from './identity-dialog.tsx';
import { ProductionDialog } from './production-dialog.tsx';
import { Banners } from './banners.tsx';
import { Overlays } from './overlays.tsx';
import { Panes } from './panes.tsx';
import { FailedScreen, LoadingScreen } from './waiting-screens.tsx';

export function Window({ places }: { readonly places: Places }) {
  const phase = useWindowState((state) => state.phase);
  useTheme(useWindowState((state) => state.header?.theme ?? 'system'));
  if (phase === 'loading') return <LoadingScreen />;
  if (phase === 'failed') return <FailedScreen />;
  return <OpenWindow places={places} />;
}

function OpenWindow({ places }: { readonly places: Places }) {
  const { Unlock } = places;
  const lock = useWindowState((state) => state.header?.lock ?? null);
  const isEmpty = useWindowState((state) => state.order.length === 0);
  const { view } = useRoute();
  if (lock !== null) return <Unlock lock={lock} />;
  return (
    <div className="window">
      <Banners />
      {isEmpty && (view === 'list' || view === 'profile') ? <FirstScreen /> : <Panes places={places} />}
      <IdentityDialog />
      <Overlays />
      <ProductionDialog />
    </div>
  );
}
