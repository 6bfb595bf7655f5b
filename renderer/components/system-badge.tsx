/** Which kind of tenant it is, in letters, where no token is concerned. */
import './system-badge.css';
import type { ProfileView } from '../../preload/views.ts';
import { systemLetters } from './system-mark.tsx';

export function SystemBadge({ system }: { readonly system: ProfileView['system'] }) {
  return (
    <span className="system-badge" aria-hidden="true">
      {systemLetters[system]}
    </span>
  );
}
