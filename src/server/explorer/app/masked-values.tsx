import { useEffect, useState } from 'react';
import type { MaskedValue } from './mask.ts';

const SHOWN_SECONDS = 30;

interface MaskedValuesProps {
  readonly values: readonly MaskedValue[];
  readonly onForget: () => void;
}

/** The values that were taken out of the last result: each is shown on a click, for half a minute. */
export function MaskedValues({ values, onForget }: MaskedValuesProps) {
  if (values.length === 0) return null;
  return (
    <section className="masked" aria-label="Masked values of this result">
      <header>
        <h2>{values.length === 1 ? '1 masked value' : `${values.length} masked values`}</h2>
        <p>Shown for {SHOWN_SECONDS} seconds. Every reveal is in the audit log.</p>
        <button type="button" onClick={onForget}>
          Forget
        </button>
      </header>
      <ol>
        {values.map((value) => (
          <MaskedRow key={value.number} masked={value} />
        ))}
      </ol>
    </section>
  );
}

function MaskedRow({ masked }: { readonly masked: MaskedValue }) {
  const [secondsLeft, setSecondsLeft] = useState(0);
  const shown = secondsLeft > 0;
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setInterval(() => setSecondsLeft((left) => left - 1), 1000);
    return () => clearInterval(timer);
  }, [shown]);

  return (
    <li>
      <span className="path" title={masked.path}>
        <b>{masked.number}</b> {withoutRoot(masked.path)}
      </span>
      <code className="value" data-shown={shown}>
        {shown ? masked.value : '••••••••••••'}
      </code>
      <span className="actions">
        <button
          type="button"
          aria-pressed={shown}
          aria-label={`${shown ? 'Hide' : 'Show'} ${masked.path}`}
          onClick={() => setSecondsLeft(shown ? 0 : SHOWN_SECONDS)}
        >
          {shown ? `Hide (${secondsLeft})` : 'Show'}
        </button>
        <CopyButton masked={masked} />
      </span>
    </li>
  );
}

/** 'value.fields[0].value': which mutation it was is plain to see. */
function withoutRoot(path: string): string {
  return path.replace(/^[^.]*\./, '');
}

/** Copies without showing. Browsers have a clipboard on HTTPS and on loopback only. */
function CopyButton({ masked }: { readonly masked: MaskedValue }) {
  const [copied, setCopied] = useState(false);
  if (navigator.clipboard === undefined) return null;
  const copy = () => {
    navigator.clipboard.writeText(masked.value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <button type="button" aria-label={`Copy ${masked.path}`} onClick={copy} onBlur={() => setCopied(false)}>
      <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
    </button>
  );
}
