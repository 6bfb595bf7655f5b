/** Who was expected and who came, side by side. */
import './compare.css';
import type { IdentityView } from '../../preload/views.ts';

export interface IdentityComparisonProps {
  readonly expected: IdentityView;
  readonly actual: IdentityView;
  /** Over the second column, such as `In the token`. */
  readonly actualTitle: string;
}

const rows = [
  { key: 'user', label: 'User' },
  { key: 'org', label: 'Organization' },
] as const;

/** Only what is expected; a difference is marked. */
export function IdentityComparison({ expected, actual, actualTitle }: IdentityComparisonProps) {
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">
            <span className="for-screen-readers">What</span>
          </th>
          <th scope="col">Expected</th>
          <th scope="col">{actualTitle}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label }) =>
          expected[key] === undefined ? null : (
            <tr key={key} data-differs={expected[key] === actual[key] ? undefined : ''}>
              <th scope="row">{label}</th>
              <td>{expected[key]}</td>
              <td>{actual[key] ?? 'not said'}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
