/** Says to screen readers that the token of the profile on the page was renewed; what fails is told above the list. */
import { useState } from 'react';
import type { ProfileView } from '../../../preload/views.ts';
import { useTime } from '../../state/time-context.ts';
import { renewedWords } from '../../words/profile-words.ts';

/** What was there when the page opened is no news, and is read where it stands. */
export function LifeAnnouncement({ profile }: { readonly profile: ProfileView }) {
  const { clock } = useTime();
  const [opened] = useState(profile);
  return (
    <p role="status" className="for-screen-readers">
      {renewedWords(opened, profile, clock.now())}
    </p>
  );
}
