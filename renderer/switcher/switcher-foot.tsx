/** The line below the quick switcher's list: which keys do what, or what came of the last one. */
import type { AppHeader, ProfileView } from '../../preload/views.ts';
import { Icon } from '../components/icons.tsx';
import { Shortcut } from '../components/shortcut.tsx';
import { backChoice, choiceWords, closeChoice, signInChoice } from '../words/switcher-words.ts';
import { wantsSignIn } from './switcher-control.ts';
import type { SwitcherNotice } from './switcher-control.ts';
import { switcherChoices } from './switcher-keys.ts';

export interface SwitcherFootProps {
  readonly platform: AppHeader['platform'];
  readonly chosen: ProfileView | undefined;
  readonly notice: SwitcherNotice | null;
}

export function SwitcherFoot({ platform, chosen, notice }: SwitcherFootProps) {
  if (notice !== null && notice.kind !== 'asking') return <FootNotice notice={notice} />;
  const isSignIn = chosen !== undefined && wantsSignIn(chosen);
  const offered = isSignIn ? signInChoices : switcherChoices;
  return (
    <ul className="switcher-foot">
      {(notice === null && chosen !== undefined ? offered : []).map(({ choice, keys }) => (
        <li key={choice}>
          <Shortcut keys={keys} platform={platform} />{' '}
          {isSignIn && choice === 'raw' ? signInChoice : choiceWords[choice]}
        </li>
      ))}
      <li>
        <Shortcut keys={{ key: 'Escape' }} platform={platform} /> {notice === null ? closeChoice : backChoice}
      </li>
    </ul>
  );
}

/** There is nothing to copy yet in any form. */
const signInChoices = switcherChoices.filter(({ choice }) => choice === 'raw' || choice === 'open');

function FootNotice({ notice }: { readonly notice: Exclude<SwitcherNotice, { kind: 'asking' }> }) {
  const isWorking = notice.kind === 'working';
  return (
    <div className="switcher-foot switcher-notice" data-tone={isWorking ? 'busy' : notice.tone}>
      <Icon name={isWorking ? 'refresh' : 'alert'} />
      <p>
        <strong>{notice.text}</strong> {isWorking ? null : notice.detail}
      </p>
    </div>
  );
}
