import type { CountFragment, InventoryHealthQuery, StoreOutcomeFragment } from '../../../../client/index.ts';
import { Bar } from './breakdown.tsx';
import { count, distance, latency, lower } from './words.ts';

type Health = InventoryHealthQuery['stores'][number]['health'];

interface StoresProps {
  readonly results: readonly StoreOutcomeFragment[];
  /** For the providers' titles. */
  readonly providers: readonly CountFragment[];
  readonly health: InventoryHealthQuery['stores'];
  readonly chosen: string | null;
  readonly onChoose: (store: string | null) => void;
}

/** Each store: how much it holds, how its upstream has answered lately, and how fresh what is shown of it is. */
export function Stores({ results, providers, health, chosen, onChoose }: StoresProps) {
  const most = Math.max(1, ...results.map((result) => result.count ?? 0));
  const titleOf = (provider: string) => providers.find(({ key }) => key === provider)?.label ?? lower(provider);
  return (
    <section className="panel stores" aria-label="By store">
      <h2>Stores</h2>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Store</th>
              <th scope="col" className="number">
                Secrets
              </th>
              <th scope="col">Health, last error</th>
              <th scope="col" className="number">
                Latency
              </th>
              <th scope="col">As of</th>
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <tr key={result.store.id}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={result.store.name === chosen}
                    title={titleOf(result.store.provider)}
                    onClick={() => onChoose(result.store.name === chosen ? null : result.store.name)}
                  >
                    {result.store.name}
                  </button>
                </th>
                <td className="number">
                  {result.count === null ? <Unknown /> : count(result.count)}
                  <Bar share={(result.count ?? 0) / most} />
                </td>
                <HealthCells health={health.find(({ id }) => id === result.store.id)?.health ?? null} />
                <td>
                  <Freshness result={result} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function HealthCells({ health }: { readonly health: Health | null }) {
  return (
    <>
      <td>
        <span className="light" data-health={health?.status ?? 'UNKNOWN'} title={checked(health)}>
          {lower(health?.status ?? 'UNKNOWN')}
        </span>
        {health !== null && health.circuit !== 'CLOSED' && <small>, circuit {lower(health.circuit)}</small>}
        {health !== null && health.lastError !== null && <code>{health.lastError}</code>}
      </td>
      <td className="number">
        {health === null || health.latencyMs === null ? <Unknown /> : latency(health.latencyMs)}
      </td>
    </>
  );
}

function checked(health: Health | null): string {
  if (health === null || health.checkedAt === null) return 'Not called yet';
  return `Last called ${distance(health.checkedAt, Date.now())}`;
}

function Freshness({ result: { outcome, fetchedAt } }: { readonly result: StoreOutcomeFragment }) {
  const age = fetchedAt === null ? null : distance(fetchedAt, Date.now());
  if (outcome === 'COMPLETE') return <small>{age}</small>;
  return (
    <span className="outcome" data-outcome={outcome} title={age ?? undefined}>
      {outcome}
    </span>
  );
}

/** A dash for the eye, words for the ear. */
export function Unknown() {
  return (
    <span className="unknown">
      <span aria-hidden="true">–</span>
      <span className="unseen">not known</span>
    </span>
  );
}
