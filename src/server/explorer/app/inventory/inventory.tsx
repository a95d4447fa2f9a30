import { useCallback, useEffect, useReducer, useState } from 'react';
import {
  InventoryHealthDocument,
  InventoryRowsDocument,
  InventorySummaryDocument,
} from '../../../../client/__generated__/graphql.ts';
import type { PortcullisClient } from '../../../../client/index.ts';
import { Banner } from './banner.tsx';
import { askAgainMs, noticesOf } from './completeness.ts';
import { FailureNote } from './failure-note.tsx';
import type { Choices } from './filter.ts';
import { Overview } from './overview.tsx';
import { SecretsSection } from './secrets-section.tsx';
import { type Answer, useAnswer } from './use-answer.ts';
import { useInterval } from './use-interval.ts';
import { changeView, createView, variablesOf } from './view.ts';

/** Costs no upstream request. */
const HEALTH_EVERY_MS = 15_000;

/** The overview of everything, and the table of what was chosen from it. */
export function Inventory({ client }: { readonly client: PortcullisClient }) {
  const [round, askSummaryAgain] = useReducer((last: number) => last + 1, 0);
  const [view, change] = useReducer(changeView, null, () => createView(Date.now()));
  const summary = useSummary(client, round);
  const health = useHealth(client, summary.loaded);
  const rows = useAnswer(
    useCallback((signal) => client.query(InventoryRowsDocument, variablesOf(view), { signal }), [client, view]),
  );

  const outcomes = [summary.loaded?.data.secretsSummary.stores ?? [], rows.loaded?.data.secrets.stores ?? []];
  const stores = health?.data.stores ?? [];
  const lastErrors = new Map(stores.map(({ name, health: { lastError } }) => [name, lastError]));
  const busy = summary.busy || rows.busy;
  const askAgain = () => {
    askSummaryAgain();
    change({ type: 'reload' });
  };
  useInterval(askAgain, busy ? null : askAgainMs(outcomes));
  const choose = useCallback((choices: Partial<Choices>) => change({ type: 'choose', choices, at: Date.now() }), []);

  return (
    <>
      <Banner
        notices={noticesOf(outcomes, lastErrors, Date.now())}
        stores={outcomes[0]?.length ?? 0}
        busy={busy}
        onAskAgain={askAgain}
      />
      {summary.failure !== null && <FailureNote failure={summary.failure} onRetry={askSummaryAgain} />}
      <Overview
        summary={summary.loaded?.data.secretsSummary ?? null}
        health={stores}
        choices={view.choices}
        onChoose={choose}
      />
      <SecretsSection
        client={client}
        view={view}
        rows={rows}
        summary={summary.loaded?.data.secretsSummary ?? null}
        onChoose={choose}
        onChange={change}
      />
    </>
  );
}

function useSummary(client: PortcullisClient, round: number) {
  return useAnswer(
    useCallback((signal) => client.query(InventorySummaryDocument, {}, { signal }), [client]),
    round,
  );
}

/** Once the stores have been listed, for that is what it tells about; and again from time to time. */
function useHealth(client: PortcullisClient, listed: Answer<unknown>['loaded']) {
  const [round, setRound] = useState(0);
  const next = () => setRound((last) => last + 1);
  useInterval(next, HEALTH_EVERY_MS);
  useEffect(() => {
    if (listed !== null) setRound((last) => last + 1);
  }, [listed]);
  return useAnswer(
    useCallback((signal) => client.query(InventoryHealthDocument, {}, { signal }), [client]),
    round,
  ).loaded;
}
