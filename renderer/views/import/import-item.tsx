/** One profile of an import: whether it is taken, under which name, and what comes along. */
import type { ImportItemView } from '../../../preload/import-views.ts';
import { Checkbox } from '../../components/checkbox.tsx';
import { Icon } from '../../components/icons.tsx';
import { SelectField } from '../../components/select.tsx';
import { SystemBadge } from '../../components/system-badge.tsx';
import { EnvironmentTag } from '../../components/tag.tsx';
import { TextField } from '../../components/text-field.tsx';
import { actionChoices, comesAlong, importWords, replaceHelp, stillNeeded } from '../../words/import-words.ts';
import type { ItemChoice } from './import-controller.ts';

export interface ImportItemProps {
  readonly item: ImportItemView;
  readonly choice: ItemChoice;
  readonly onDecide: (change: Partial<ItemChoice>) => void;
}

export function ImportItem({ item, choice, onDecide }: ImportItemProps) {
  const { name, label, system, systemLabel, place, environment } = item;
  const isChosen = choice.action !== 'skip';
  return (
    <li className="import-item" data-skipped={!isChosen || undefined}>
      <div className="import-item-head">
        <Checkbox
          label={importWords.select(name)}
          checked={isChosen}
          onCheckedChange={(checked) => onDecide(checked ? taking(item) : { action: 'skip' })}
        />
        {system === null ? null : <SystemBadge system={system} />}
        <div className="import-item-words">
          <p className="import-item-name">
            {name}
            <EnvironmentTag environment={environment ?? undefined} />
          </p>
          <p className="field-help">
            {[label, systemLabel, place].filter((part) => part !== null && part !== '').join(' · ')}
          </p>
        </div>
      </div>
      <ImportItemFacts item={item} />
      <ImportItemFields item={item} choice={choice} onDecide={onDecide} />
    </li>
  );
}

/** Adding one whose name is taken needs another name. */
function taking({ suggestedName }: ImportItemView): Partial<ItemChoice> {
  return suggestedName === null ? { action: 'add' } : { action: 'add', name: suggestedName };
}

function ImportItemFacts({ item }: { readonly item: ImportItemView }) {
  const along = comesAlong(item);
  const needed = stillNeeded(item);
  if (along === null && needed === null && item.notes.length === 0) return null;
  return (
    <ul className="import-facts">
      {along === null ? null : (
        <li className="import-fact" data-tone="good">
          <Icon name="lock" />
          {along}
        </li>
      )}
      {needed === null ? null : (
        <li className="import-fact" data-tone="warning">
          <Icon name="key" />
          {needed}
        </li>
      )}
      {item.notes.map((note) => (
        <li key={note} className="import-fact">
          <Icon name="info" />
          {note}
        </li>
      ))}
    </ul>
  );
}

function ImportItemFields({ item, choice, onDecide }: ImportItemProps) {
  const { issues, fields, isTaken, name, originalName, suggestedName } = item;
  const isChosen = choice.action !== 'skip';
  const asked = new Set(['name', ...fields.map(({ path }) => path)]);
  const others = isChosen ? issues.filter(({ path }) => !asked.has(path)) : [];
  const errorOf = (path: string) => issues.find((issue) => issue.path === path)?.message;
  const showsName = choice.action === 'add' && (isTaken || choice.name !== undefined || errorOf('name') !== undefined);
  const shownFields = isChosen ? fields : [];
  if (!isTaken && !showsName && shownFields.length === 0 && others.length === 0) return null;

  function decide(action: ItemChoice['action']): void {
    onDecide({ action, name: action === 'add' ? (suggestedName ?? originalName) : originalName });
  }

  return (
    <div className="import-item-fields">
      {isTaken ? (
        <SelectField
          label={importWords.taken(originalName)}
          {...(choice.action === 'replace' ? { help: replaceHelp(item) } : {})}
          error={undefined}
          choices={actionChoices(item)}
          value={choice.action}
          onValueChange={(action) => decide(action as ItemChoice['action'])}
        />
      ) : null}
      {showsName ? (
        <TextField
          label={isTaken ? importWords.newName : importWords.name}
          error={errorOf('name')}
          isCode
          value={choice.name ?? name}
          onValueChange={(next) => onDecide({ name: next })}
        />
      ) : null}
      {shownFields.map(({ path, label, help, example }) => (
        <TextField
          key={path}
          label={label}
          help={help}
          error={choice.values?.[path] === undefined ? undefined : errorOf(path)}
          isCode
          {...(example === undefined ? {} : { placeholder: example })}
          value={choice.values?.[path] ?? ''}
          onValueChange={(next) => onDecide({ values: { ...choice.values, [path]: next } })}
        />
      ))}
      {others.map(({ path, label, message }) => (
        <p key={`${path} ${message}`} className="field-error">
          {label === '' ? message : `${label}: ${message}`}
        </p>
      ))}
    </div>
  );
}
