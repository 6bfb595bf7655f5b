/** A profile's state as icon and words, in its colour. */
import './state-label.css';
import type { ProfileView } from '../../preload/views.ts';
import { stateWords } from '../words/state-words.ts';
import { Icon } from './icons.tsx';

export function StateLabel({ profile }: { readonly profile: ProfileView }) {
  const { text, tone, icon } = stateWords(profile);
  return (
    <span className="state-label" data-tone={tone}>
      <Icon name={icon} size={14} />
      <span className="state-label-text">{text}</span>
    </span>
  );
}
