/** What a token says about itself: what it allows, and every claim with what it means. */
import './claims-table.css';
import type { ProfileDetail, ProfileView } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import {
  claimColumn,
  claimRows,
  claimsCaption,
  claimsTitle,
  unverifiedNote,
  valueColumn,
} from '../../words/claim-words.ts';
import type { ClaimRow } from '../../words/claim-words.ts';
import { compareAction } from '../../words/compare-words.ts';
import { AccessLists } from './access-lists.tsx';
import { ClaimValue } from './claim-value.tsx';
import { NoClaims } from './no-claims.tsx';

export interface ClaimsPanelProps {
  readonly detail: Pick<ProfileDetail, 'claims' | 'access'>;
  readonly profile: Pick<ProfileView, 'id' | 'auth' | 'token' | 'activity'>;
}

export function ClaimsPanel({ detail: { claims, access }, profile }: ClaimsPanelProps) {
  const { navigation } = useApp();
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
      <div className="panel-head">
        <h2 className="panel-title">{claimsTitle}</h2>
        <Button
          kind="quiet"
          size="small"
          icon="compare"
          onClick={() => navigation.go({ view: 'compare', id: profile.id })}
        >
          {compareAction}
        </Button>
      </div>
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
        <Meaning text={row.meaning} />
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

/** Nothing where nobody says what the claim means. */
export function Meaning({ text }: { readonly text: string | null }) {
  return text === null ? null : <span className="claims-meaning">{text}</span>;
}
