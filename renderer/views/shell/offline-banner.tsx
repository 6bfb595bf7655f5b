/** Says that there is no network, and what still works. */
import './offline-banner.css';
import { Icon } from '../../components/icons.tsx';
import { useHeader } from '../../state/use-store.ts';

/** The element stays, so that screen readers announce the words when they come. */
export function OfflineBanner() {
  const { isOnline } = useHeader();
  return (
    <div role="status">
      {isOnline ? null : (
        <p className="banner">
          <Icon name="offline" />
          You are offline. Valid tokens can be copied; renewal goes on with the network.
        </p>
      )}
    </div>
  );
}
