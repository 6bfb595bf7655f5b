/** Who was expected and who came, side by side. */
import './compare.css';
import type { IdentityView } from '../../preload/views.ts';
import { componentWords } from '../words/component-words.ts';

export interface IdentityComparisonProps {
  readonly expected: IdentityView;
  readonly actual: IdentityView;
  /** Over the second column, such as `In the token`. */
  readonly actualTitle: string;
}

const rows = [
  { key: 'user', label: componentWords.user },
  { key: 'org', label: componentWords.organization },
] as const;

/** Only what is expected; a difference is marked. */
export function IdentityComparison({ expected, actual, actualTitle }: IdentityComparisonProps) {
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">
            <span className="for-screen-readers">{componentWords.comparedFact}</span>
          </th>
          <th scope="col">{componentWords.expected}</th>
          <th scope="col">{actualTitle}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label }) =>
          expected[key] === undefined ? null : (
            <tr key={key} data-differs={expected[key] === actual[key] ? undefined : ''}>
              <th scope="row">{label}</th>
              <td>{expected[key]}</td>
              <td>{actual[key] ?? componentWords.notSaid}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
