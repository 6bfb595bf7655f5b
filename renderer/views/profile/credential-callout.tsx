/** Says that the credential of a profile ends soon, with the page where a new one is made and the form that takes it. */
import type { ProfileDetail, ProfileView } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { useApp } from '../../state/app-context.ts';
import { credentialEnd, credentialPage, replaceAction } from '../../words/credential-words.ts';

export interface CredentialCalloutProps {
  readonly profile: ProfileView;
  /** Empty until the detail is there. */
  readonly links: ProfileDetail['links'];
}

/** Nothing while there is time. */
export function CredentialCallout({ profile, links }: CredentialCalloutProps) {
  const { actions, clock, navigation } = useApp();
  const end = credentialEnd(profile, clock.now());
  if (end === null || end.tone === 'still') return null;
  const { id } = profile;
  const page = credentialPage(profile, links);
  return (
    <Callout
      tone={end.tone}
      icon="clock"
      title={end.title}
      text={end.text}
      actions={
        <>
          {page === undefined ? null : (
            <Button size="small" icon="link" onClick={() => void actions.openLink(id, page.id)}>
              {page.label}
            </Button>
          )}
          <Button size="small" icon="key" onClick={() => navigation.go({ view: 'edit', id, focus: 'secret' })}>
            {replaceAction}
          </Button>
        </>
      }
    />
  );
}
