/** Says above everything what keeps the window from doing its work: no network, another process that does it, lost profiles. */
import './banners.css';
import { Icon } from '../../components/icons.tsx';
import { useHeader } from '../../state/use-store.ts';
import { shellWords } from '../../words/shell-words.ts';

/** The element around them stays, so that screen readers announce the words when they come. */
export function Banners() {
  const { isOnline, otherAgent, damagedProfiles } = useHeader();
  return (
    <div role="status">
      {isOnline ? null : (
        <p className="banner">
          <Icon name="offline" />
          {shellWords.offline}
        </p>
      )}
      {otherAgent === null ? null : (
        <p className="banner" data-tone="still">
          <Icon name="info" />
          {otherAgent.what} {otherAgent.next}
        </p>
      )}
      {damagedProfiles.map(({ what, next }) => (
        <p className="banner" key={what}>
          <Icon name="alert" />
          {what} {next}
        </p>
      ))}
    </div>
  );
}
