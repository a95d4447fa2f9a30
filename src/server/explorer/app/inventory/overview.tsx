import type { InventoryHealthQuery, Provider, SecretStatus } from '../../../../client/index.ts';
import { Breakdown } from './breakdown.tsx';
import { figuresOf, of, type Summary } from './figures.ts';
import type { Choices } from './filter.ts';
import { Histogram } from './histogram.tsx';
import { AGES, EXPIRIES, NO_AGE, NO_EXPIRY } from './ranges.ts';
import { Stores } from './stores.tsx';
import { count, lower, toneOf } from './words.ts';

interface OverviewProps {
  readonly summary: Summary | null;
  readonly health: InventoryHealthQuery['stores'];
  readonly choices: Choices;
  readonly onChoose: (choices: Partial<Choices>) => void;
}

/** Everything that the viewer may see, from several sides; what is chosen here narrows the table below, not this. */
export function Overview({ summary, health, choices, onChoose }: OverviewProps) {
  if (summary === null) return <p className="waiting">Asking every store what it holds…</p>;
  return (
    <>
      <dl className="figures" aria-label="Totals">
        {figuresOf(summary).map(({ label, number, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <strong>{count(number)}</strong> <small>{note}</small>
            </dd>
          </div>
        ))}
      </dl>
      <div className="panels">
        <Stores
          results={summary.stores}
          providers={summary.byProvider}
          health={health}
          chosen={choices.store}
          onChoose={(store) => onChoose({ store })}
        />
        <div className="pair">
          <Breakdown
            title="Status"
            counts={summary.byStatus.map((status) => ({ ...status, label: lower(status.key) }))}
            toneOf={(key) => toneOf(key as SecretStatus)}
            chosen={choices.status}
            onChoose={(key) => onChoose({ status: key as SecretStatus | null })}
          />
          <Breakdown
            title="Provider"
            counts={summary.byProvider}
            chosen={choices.provider}
            onChoose={(key) => onChoose({ provider: key as Provider | null })}
          />
        </div>
        <Histogram
          title="Age"
          bars={AGES.map(({ key, label }) => ({ key, label, count: of(summary.byAge, key) }))}
          tones={AGE_TONES}
          note={`${count(of(summary.byAge, NO_AGE))} whose store does not say`}
          chosen={choices.age}
          onChoose={(age) => onChoose({ age })}
        />
        <Histogram
          title="Expiry"
          bars={EXPIRIES.map(({ key, label }) => ({ key, label, count: of(summary.byExpiry, key) }))}
          tones={EXPIRY_TONES}
          note={`${count(of(summary.byExpiry, NO_EXPIRY))} without a known expiry`}
          chosen={choices.expiry}
          onChoose={(expiry) => onChoose({ expiry })}
        />
      </div>
    </>
  );
}

const AGE_TONES = ['accent', 'accent', 'accent', 'accent', 'warn'] as const;
const EXPIRY_TONES = ['bad', 'bad', 'warn', 'accent', 'accent'] as const;
