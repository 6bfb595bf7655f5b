/** What went wrong last with a profile, and what to do about it. */
import type { ProfileView } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { useApp } from '../../state/app-context.ts';
import { needsAttention } from '../../words/state-words.ts';

export function FailureCallout({ profile }: { readonly profile: ProfileView }) {
  const { actions, navigation } = useApp();
  const { id, failure, activity } = profile;
  if (failure === null) return null;
  return (
    <Callout
      tone={needsAttention(profile) ? 'bad' : 'warning'}
      title={failure.what}
      text={failure.next}
      actions={
        <>
          {activity === 'sign-in-needed' ? null : (
            <Button
              size="small"
              icon="refresh"
              isBusy={activity === 'refreshing'}
              onClick={() => void actions.refresh(id)}
            >
              Try again
            </Button>
          )}
          <Button size="small" icon="edit" onClick={() => navigation.go({ view: 'edit', id })}>
            Edit
          </Button>
        </>
      }
    />
  );
}
