/** After a refusal: every field that is wrong, each a step away; and what is wrong in no field. */
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { attention, elsewhereTitle, leaveItOut } from '../../words/form-words.ts';
import { FixButton } from './fix-button.tsx';
import type { FieldDescription, Issue } from './form-types.ts';
import { issueAt } from './form-issues.ts';

export interface IssueSummaryProps {
  readonly issues: readonly Issue[];
  readonly fields: readonly FieldDescription[];
  readonly onShow: (path: string) => void;
}

export function IssueSummary({ issues, fields, onShow }: IssueSummaryProps) {
  const wrong = fields.filter(({ path }) => issueAt(issues, path) !== undefined);
  if (wrong.length === 0) return null;
  return (
    <Callout
      tone="bad"
      role="alert"
      title={attention(wrong.length)}
      text={
        <ul className="issue-links">
          {wrong.map(({ path, label }) => (
            <li key={path}>
              <Button size="small" kind="quiet" onClick={() => onShow(path)}>
                {label}
              </Button>
            </li>
          ))}
        </ul>
      }
    />
  );
}

export interface IssuesElsewhereProps {
  readonly issues: readonly Issue[];
  readonly onUse: (issue: Issue) => void;
  readonly onLeaveOut: (path: string) => void;
}

/** They come with a profile that was pasted, or with one that another version wrote. */
export function IssuesElsewhere({ issues, onUse, onLeaveOut }: IssuesElsewhereProps) {
  if (issues.length === 0) return null;
  return (
    <Callout
      tone="warning"
      role="status"
      title={elsewhereTitle}
      text={
        <ul className="issues-elsewhere">
          {issues.map((issue) => (
            <li key={`${issue.path} ${issue.message}`}>
              <p>
                {issue.path === '' ? null : <code>{issue.path}</code>} {issue.message}
              </p>
              <div className="fixes">
                {issue.suggestion === undefined ? null : (
                  <FixButton value={issue.suggestion} onUse={() => onUse(issue)} />
                )}
                {issue.path === '' || issue.path === 'auth' ? null : (
                  <Button size="small" icon="close" onClick={() => onLeaveOut(issue.path)}>
                    {leaveItOut}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      }
    />
  );
}
