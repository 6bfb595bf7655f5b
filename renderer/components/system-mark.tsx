/** Which kind of tenant it is, in letters, with the life of its token drawn around. */
import './system-mark.css';
import type { ProfileView } from '../../preload/views.ts';
import { stateWords } from '../words/state-words.ts';
import { LifeRing } from './life-ring.tsx';

export const systemLetters = {
  isc: 'ISC',
  nerm: 'NERM',
  aic: 'AIC',
  netfoundry: 'NF',
  oauth: 'OIDC',
} as const satisfies Record<ProfileView['system'], string>;

export function SystemMark({ profile }: { readonly profile: ProfileView }) {
  return (
    <span className="system-mark" data-tone={stateWords(profile).tone} aria-hidden="true">
      <LifeRing life={profile} size={38} stroke={3} />
      <span className="system-mark-letters">{systemLetters[profile.system]}</span>
    </span>
  );
}
