/** Names with their values, one row for each. */
import { Input } from '@base-ui/react/input';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Icon } from '../../components/icons.tsx';
import {
  addPair,
  pairName,
  pairNameLabel,
  pairTitle,
  pairValue,
  pairValueLabel,
  removeLabel,
} from '../../words/form-words.ts';
import type { Pair } from './form-types.ts';

export interface PairsFieldProps {
  readonly label: string;
  readonly help: ReactNode;
  readonly error?: string | undefined;
  readonly pairs: readonly Pair[];
  readonly onPairsChange: (pairs: readonly Pair[]) => void;
}

export function PairsField({ label, help, error, pairs, onPairsChange }: PairsFieldProps) {
  return (
    <fieldset className="pairs">
      <legend className="field-label">{label}</legend>
      {pairs.map((pair, index) => {
        // A row is its place: it has nothing else that stays the same while it is typed.
        const title = pairTitle(label, index + 1);
        return (
          <PairRow
            key={title}
            title={title}
            pair={pair}
            isInvalid={error !== undefined}
            onChange={(next) => onPairsChange(pairs.with(index, next))}
            onRemove={() => onPairsChange(pairs.toSpliced(index, 1))}
          />
        );
      })}
      {error === undefined ? null : (
        <p className="field-error">
          <Icon name="alert" size={14} />
          {error}
        </p>
      )}
      <p className="field-help">{help}</p>
      <div>
        <Button size="small" icon="add" onClick={() => onPairsChange([...pairs, ['', '']])}>
          {addPair}
        </Button>
      </div>
    </fieldset>
  );
}

interface PairRowProps {
  readonly title: string;
  readonly pair: Pair;
  readonly isInvalid: boolean;
  readonly onChange: (pair: Pair) => void;
  readonly onRemove: () => void;
}

function PairRow({ title, pair: [name, value], isInvalid, onChange, onRemove }: PairRowProps) {
  const box = {
    className: 'control',
    'data-code': '',
    autoComplete: 'off',
    spellCheck: false,
    ...(isInvalid ? { 'data-invalid': '', 'aria-invalid': true } : {}),
  } as const;
  return (
    <div className="pair">
      <Input
        {...box}
        aria-label={pairNameLabel(title)}
        placeholder={pairName}
        autoFocus={name === '' && value === ''}
        value={name}
        onValueChange={(next) => onChange([next, value])}
      />
      <Input
        {...box}
        aria-label={pairValueLabel(title)}
        placeholder={pairValue}
        value={value}
        onValueChange={(next) => onChange([name, next])}
      />
      <IconButton icon="close" label={removeLabel(title)} onClick={onRemove} />
    </div>
  );
}
