/** What a token says about itself: what it allows, and every claim with what it means. */
import './claims-table.css';
import type { ProfileDetail, ProfileView } from '../../../preload/views.ts';
import {
  claimColumn,
  claimRows,
  claimsCaption,
  claimsTitle,
  unverifiedNote,
  valueColumn,
} from '../../words/claim-words.ts';
import type { ClaimRow } from '../../words/claim-words.ts';
import { AccessLists } from './access-lists.tsx';
import { ClaimValue } from './claim-value.tsx';
import { NoClaims } from './no-claims.tsx';

export interface ClaimsPanelProps {
  readonly detail: Pick<ProfileDetail, 'claims' | 'access'>;
  readonly profile: Pick<ProfileView, 'auth' | 'token' | 'activity'>;
}

export function ClaimsPanel({ detail: { claims, access }, profile }: ClaimsPanelProps) {
  if (claims === null) {
    return (
      <>
        <AccessLists access={access} />
        <NoClaims profile={profile} />
      </>
    );
  }
  return (
    <>
      <AccessLists access={access} />
      <h2 className="panel-title">{claimsTitle}</h2>
      <p className="panel-note">{unverifiedNote}</p>
      <table className="claims">
        <caption className="for-screen-readers">{claimsCaption}</caption>
        <thead className="for-screen-readers">
          <tr>
            <th scope="col">{claimColumn}</th>
            <th scope="col">{valueColumn}</th>
          </tr>
        </thead>
        <tbody>
          {claimRows(claims, access).map((row) => (
            <Row key={row.name} row={row} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ row }: { readonly row: ClaimRow }) {
  return (
    <tr>
      <th scope="row">
        <ClaimName row={row} />
      </th>
      <td>
        <ClaimValue row={row} />
        {row.meaning === null ? null : <span className="claims-meaning">{row.meaning}</span>}
      </td>
    </tr>
  );
}

/** Its name for people first, then as the token spells it. */
export function ClaimName({ row: { name, label } }: { readonly row: Pick<ClaimRow, 'name' | 'label'> }) {
  return (
    <>
      {label === null ? null : <span className="claims-label">{label}</span>}{' '}
      <span className="claims-name">{name}</span>
    </>
  );
}
