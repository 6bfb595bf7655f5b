/** What a token says about itself: as a table with readings, and as the JSON it is. */
import './claims-table.css';
import type { ProfileDetail, ProfileView } from '../../../preload/views.ts';
import { Callout } from '../../components/callout.tsx';
import { claimRows } from '../../words/claim-words.ts';
import { needsSignIn } from '../../words/sign-in-words.ts';
import { Moment } from './moment.tsx';

interface ClaimsProps {
  readonly claims: ProfileDetail['claims'];
  readonly profile: Pick<ProfileView, 'auth' | 'token' | 'activity'>;
}

export function ClaimsTable({ claims, profile }: ClaimsProps) {
  if (claims === null) return <NoClaims profile={profile} />;
  return (
    <table className="claims">
      <caption className="for-screen-readers">Claims of the token, unverified</caption>
      <thead className="for-screen-readers">
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {claimRows(claims.payload).map(({ name, meaning, value, atMs }) => (
          <tr key={name}>
            <th scope="row">
              <span className="claims-name">{name}</span>{' '}
              {meaning === undefined ? null : <span className="claims-meaning">{meaning}</span>}
            </th>
            <td>
              <span className="claims-value">{value}</span>
              {atMs === undefined ? null : (
                <span className="claims-reading">
                  <Moment atMs={atMs} isFull />
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function RawClaims({ claims, profile }: ClaimsProps) {
  if (claims === null) return <NoClaims profile={profile} />;
  return (
    <>
      <h2 className="raw-heading">Header</h2>
      <RawJson value={claims.header} label="Header as JSON" />
      <h2 className="raw-heading">Payload</h2>
      <RawJson value={claims.payload} label="Payload as JSON" />
    </>
  );
}

/** Can be focused, as it may have to be scrolled. */
function RawJson({ value, label }: { readonly value: unknown; readonly label: string }) {
  return (
    <pre className="raw" tabIndex={0} role="region" aria-label={label}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}

function NoClaims({ profile }: Pick<ClaimsProps, 'profile'>) {
  if (profile.token === 'none') {
    const text = needsSignIn(profile) ? 'Sign in to get one.' : 'Refresh to get one.';
    return <Callout tone="still" title="There is no token yet" text={text} />;
  }
  if (profile.auth === 'api_key') {
    return (
      <Callout
        tone="still"
        title="An API key says nothing about itself"
        text="Only the server that issued it knows what it may do, and when it ends."
      />
    );
  }
  return (
    <Callout
      tone="still"
      title="This token says nothing about itself"
      text="It is opaque: only the server that issued it knows what is in it."
    />
  );
}
