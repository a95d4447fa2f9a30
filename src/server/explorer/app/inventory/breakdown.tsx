import type { CountFragment } from '../../../../client/index.ts';
import { count } from './words.ts';

interface BreakdownProps {
  readonly title: string;
  readonly counts: readonly CountFragment[];
  readonly toneOf?: (key: string) => string;
  readonly chosen: string | null;
  /** Null where what was chosen is let go. */
  readonly onChoose: (key: string | null) => void;
}

/** Counts as bars, the longest being the largest; each narrows the table to what it counts. */
export function Breakdown({ title, counts, toneOf, chosen, onChoose }: BreakdownProps) {
  const most = Math.max(1, ...counts.map((entry) => entry.count));
  return (
    <section className="panel breakdown" aria-label={`By ${title.toLowerCase()}`}>
      <h2>{title}</h2>
      <ul>
        {counts.map((entry) => (
          <li key={entry.key}>
            <button
              type="button"
              aria-pressed={entry.key === chosen}
              title={entry.label}
              onClick={() => onChoose(entry.key === chosen ? null : entry.key)}
            >
              <span className="label">{entry.label}</span>
              <span className="number">{count(entry.count)}</span>
              <Bar share={entry.count / most} tone={toneOf?.(entry.key)} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Bar({ share, tone = 'accent' }: { readonly share: number; readonly tone?: string | undefined }) {
  return (
    <span className="gauge" data-tone={tone} aria-hidden="true">
      {share > 0 && <span style={{ inlineSize: `${(share * 100).toFixed(1)}%` }} />}
    </span>
  );
}
