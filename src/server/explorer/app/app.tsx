import type { FetcherParams } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ExplorerConfig } from './config.ts';
import { useConnection } from './connection.ts';
import { createExamples } from './examples.ts';
import { send } from './gateway.ts';
import { Header } from './header.tsx';
import { type MaskedValue, maskResult } from './mask.ts';
import { MaskedValues } from './masked-values.tsx';
import { createMemoryStorage } from './memory-storage.ts';
import { operationNameIn } from './selection.ts';
import { useToken } from './token.ts';

const storage = createMemoryStorage();
const examples = createExamples(new Date());
const NO_VALUES: readonly MaskedValue[] = [];

export function App({ config }: { readonly config: ExplorerConfig }) {
  const [token, setToken] = useToken();
  const [connection, schema] = useConnection(token, config.sandbox);
  const [values, setValues] = useState(NO_VALUES);
  const activeTab = useRef(0);

  const fetcher = useCallback(
    async ({ query, variables, operationName }: FetcherParams) => {
      setValues(NO_VALUES);
      const request = { query, variables, operationName: operationNameIn(query, operationName) };
      const masked = maskResult(await send(request, token), { schema, ...request });
      setValues(masked.values);
      return masked.result as object;
    },
    [token, schema],
  );
  // The values belong to the result that is on the screen; another tab shows another result.
  const forgetOnSwitch = useCallback(({ activeTabIndex }: { activeTabIndex: number }) => {
    if (activeTabIndex !== activeTab.current) setValues(NO_VALUES);
    activeTab.current = activeTabIndex;
  }, []);
  const plugins = useMemo(() => [], []);

  return (
    <>
      <Header page="explorer" config={config} connection={connection} token={token} onToken={setToken} />
      <main>
        <GraphiQL
          fetcher={fetcher}
          schema={schema}
          storage={storage}
          plugins={plugins}
          defaultTabs={examples.map((example) => ({ ...example, headers: null }))}
          onTabChange={forgetOnSwitch}
          shouldPersistHeaders={false}
          isHeadersEditorEnabled={false}
          defaultEditorToolsVisibility="variables"
        >
          <GraphiQL.Logo>{null}</GraphiQL.Logo>
          <GraphiQL.Footer>
            <MaskedValues values={values} onForget={() => setValues(NO_VALUES)} />
          </GraphiQL.Footer>
        </GraphiQL>
      </main>
    </>
  );
}
