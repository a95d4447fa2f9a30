import { type Dispatch, useRef } from 'react';
import type { InventoryRowsQuery, PortcullisClient } from '../../../../client/index.ts';
import { FailureNote } from './failure-note.tsx';
import type { Summary } from './figures.ts';
import { type Choices, isNarrowed } from './filter.ts';
import { Pager } from './pager.tsx';
import { SecretsTable } from './secrets-table.tsx';
import { Toolbar } from './toolbar.tsx';
import type { Answer } from './use-answer.ts';
import type { View, ViewAction } from './view.ts';

interface SecretsSectionProps {
  readonly client: PortcullisClient;
  readonly view: View;
  readonly rows: Answer<InventoryRowsQuery>;
  /** For what there is to choose from. */
  readonly summary: Summary | null;
  readonly onChoose: (choices: Partial<Choices>) => void;
  readonly onChange: Dispatch<ViewAction>;
}

/** The list itself: what narrows it, one page of it, and the way to the others. */
export function SecretsSection({ client, view, rows, summary, onChoose, onChange }: SecretsSectionProps) {
  const section = useRef<HTMLElement>(null);
  const page = rows.loaded?.data.secrets ?? null;
  const turn = (action: ViewAction) => {
    onChange(action);
    if ((section.current?.getBoundingClientRect().top ?? 0) < 0) section.current?.scrollIntoView();
  };
  return (
    <section className="secrets" id="secrets" ref={section} aria-label="Secrets" tabIndex={-1}>
      <Toolbar
        choices={view.choices}
        summary={summary}
        onChoose={onChoose}
        onClear={isNarrowed(view.choices) ? () => onChange({ type: 'clear', at: Date.now() }) : null}
      />
      {rows.failure !== null && (
        <FailureNote failure={rows.failure} onRetry={() => onChange({ type: 'restart', at: Date.now() })} />
      )}
      {(rows.loaded?.problems ?? []).length > 0 && <Problems problems={rows.loaded?.problems ?? []} />}
      <SecretsTable
        client={client}
        secrets={page?.nodes ?? null}
        order={view.order}
        busy={rows.busy}
        onSort={(field, direction) => onChange({ type: 'sort', field, ...(direction && { direction }) })}
      />
      <Pager view={view} page={page} busy={rows.busy} onTurn={turn} />
    </section>
  );
}

/** Fields that could not be told stand as unknown in the rows; here is why. */
function Problems({ problems }: { readonly problems: readonly { readonly code: string; readonly store?: string }[] }) {
  const reasons = new Set(problems.map(({ code, store }) => (store === undefined ? code : `${store}: ${code}`)));
  return (
    <p className="problems" role="status">
      Some fields could not be read and show as unknown: <code>{[...reasons].join(', ')}</code>
    </p>
  );
}
