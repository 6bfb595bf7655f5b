/** Header and payload of a token as the JSON that they are, to be read and copied. */
import type { ProfileDetail, ProfileView } from '../../../preload/views.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { useApp } from '../../state/app-context.ts';
import { partWords } from '../../words/raw-claims-words.ts';
import type { ClaimsPart } from '../../words/raw-claims-words.ts';
import { NoClaims } from './no-claims.tsx';

export interface RawClaimsProps {
  readonly claims: ProfileDetail['claims'];
  readonly profile: Pick<ProfileView, 'id' | 'auth' | 'token' | 'activity'>;
}

export function RawClaims({ claims, profile }: RawClaimsProps) {
  if (claims === null) return <NoClaims profile={profile} />;
  return (
    <>
      <RawPart id={profile.id} part="header" value={claims.header} />
      <RawPart id={profile.id} part="payload" value={claims.payload} />
    </>
  );
}

interface RawPartProps {
  readonly id: string;
  readonly part: ClaimsPart;
  readonly value: unknown;
}

function RawPart({ id, part, value }: RawPartProps) {
  const { api, toasts } = useApp();
  const words = partWords[part];

  async function copy(): Promise<void> {
    const result = await api.call('profiles.copyClaims', { id, part });
    if (result.ok) toasts.show({ kind: 'done', text: words.copied });
    else toasts.show({ kind: 'failed', text: result.failure.what, detail: result.failure.next });
  }

  return (
    <section className="raw-part">
      <div className="raw-head">
        <h2 className="panel-title">{words.title}</h2>
        <IconButton size="small" icon="copy" label={words.copy} onClick={() => void copy()} />
      </div>
      {/* Can be focused, as it may have to be scrolled. */}
      <pre className="raw" tabIndex={0} role="region" aria-label={words.json}>
        {JSON.stringify(value, null, 2)}
      </pre>
    </section>
  );
}
