/** What went wrong last with a profile, and what to do about it. */
import type { ProfileView } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { useApp } from '../../state/app-context.ts';
import { useProfileNamed } from '../../state/use-store.ts';
import { failureWords } from '../../words/profile-words.ts';
import { needsSignIn } from '../../words/sign-in-words.ts';
import { needsAttention } from '../../words/state-words.ts';

export function FailureCallout({ profile }: { readonly profile: ProfileView }) {
  const { actions, navigation } = useApp();
  const { id, failure, activity, linkedTo } = profile;
  const source = useProfileNamed(linkedTo);
  // The sign-in says it, with the way on.
  if (failure === null || needsSignIn(profile)) return null;
  return (
    <Callout
      tone={needsAttention(profile) ? 'bad' : 'warning'}
      title={failure.what}
      text={failure.next}
      actions={
        <>
          {source === undefined ? null : (
            <Button size="small" icon="link" onClick={() => navigation.go({ view: 'profile', id: source.id })}>
              {failureWords.show(source.name)}
            </Button>
          )}
          {activity === 'sign-in-needed' ? null : (
            <Button
              size="small"
              icon="refresh"
              isBusy={activity === 'refreshing'}
              onClick={() => void actions.refresh(id)}
            >
              {failureWords.tryAgain}
            </Button>
          )}
          <Button size="small" icon="edit" onClick={() => navigation.go({ view: 'edit', id })}>
            {failureWords.edit}
          </Button>
        </>
      }
    />
  );
}
