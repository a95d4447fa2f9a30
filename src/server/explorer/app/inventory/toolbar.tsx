import { useId } from 'react';
import type { CountFragment, Provider, SecretStatus } from '../../../../client/index.ts';
import { of, type Summary } from './figures.ts';
import type { Choices } from './filter.ts';
import { AGES, EXPIRIES, NO_AGE, NO_EXPIRY, type Range } from './ranges.ts';
import { SearchField } from './search-field.tsx';
import { count, lower } from './words.ts';

interface ToolbarProps {
  readonly choices: Choices;
  readonly summary: Summary | null;
  readonly onChoose: (choices: Partial<Choices>) => void;
  /** Null where nothing has been chosen. */
  readonly onClear: (() => void) | null;
}

/** Everything that narrows the list, each by keyboard too: also what the bars above offer to a click. */
export function Toolbar({ choices, summary, onChoose, onClear }: ToolbarProps) {
  const stores = (summary?.stores ?? []).map(({ store, count: held }) => ({
    key: store.name,
    label: store.name,
    count: held ?? 0,
  }));
  return (
    <search className="toolbar" aria-label="Narrow the list">
      <h2>Secrets</h2>
      <SearchField search={choices.search} onSearch={(search) => onChoose({ search })} />
      <Choice label="Store" options={stores} chosen={choices.store} onChoose={(store) => onChoose({ store })} />
      <Choice
        label="Provider"
        options={summary?.byProvider ?? []}
        chosen={choices.provider}
        onChoose={(key) => onChoose({ provider: key as Provider | null })}
      />
      <Choice
        label="Status"
        options={(summary?.byStatus ?? []).map((entry) => ({ ...entry, label: lower(entry.key) }))}
        chosen={choices.status}
        onChoose={(key) => onChoose({ status: key as SecretStatus | null })}
      />
      <Choice
        label="Use"
        options={summary?.byUsage ?? []}
        chosen={choices.usage}
        onChoose={(usage) => onChoose({ usage })}
      />
      <Choice
        label="Age"
        options={optionsOf(AGES, summary?.byAge ?? [], { key: NO_AGE, label: 'not known' })}
        chosen={choices.age}
        onChoose={(age) => onChoose({ age })}
      />
      <Choice
        label="Expiry"
        options={optionsOf(EXPIRIES, summary?.byExpiry ?? [], { key: NO_EXPIRY, label: 'none known' })}
        chosen={choices.expiry}
        onChoose={(expiry) => onChoose({ expiry })}
      />
      <button type="button" onClick={onClear ?? undefined} aria-disabled={onClear === null}>
        Clear
      </button>
    </search>
  );
}

function optionsOf(ranges: readonly Range[], counts: readonly CountFragment[], rest: Pick<Range, 'key' | 'label'>) {
  return [...ranges, rest].map(({ key, label }) => ({ key, label, count: of(counts, key) }));
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly CountFragment[];
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
}

function Choice({ label, options, chosen, onChoose }: ChoiceProps) {
  // What was chosen may have gone from a later summary; it still narrows the list.
  const gone = chosen !== null && !options.some(({ key }) => key === chosen);
  const id = useId();
  return (
    <span className="choice" data-chosen={chosen !== null}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">all</option>
        {gone && <option value={chosen}>{lower(chosen)}</option>}
        {options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.label} ({count(option.count)})
          </option>
        ))}
      </select>
    </span>
  );
}
