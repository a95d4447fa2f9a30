import type { Notice } from './completeness.ts';

interface BannerProps {
  readonly notices: readonly Notice[];
  /** How many stores were asked. */
  readonly stores: number;
  readonly busy: boolean;
  readonly onAskAgain: () => void;
}

/** Says what is missing before anyone takes a part for the whole. Always there, so that screen readers hear it come. */
export function Banner({ notices, stores, busy, onAskAgain }: BannerProps) {
  return (
    <div role="status" aria-label="Completeness">
      {notices.length > 0 && (
        <section className="banner" data-worst={notices[0]?.outcome}>
          <div>
            <h2>
              {stores - notices.length} of {stores} stores are complete
            </h2>
            <ul>
              {notices.map((notice) => (
                <li key={notice.store}>
                  <span className="outcome" data-outcome={notice.outcome}>
                    {notice.outcome}
                  </span>
                  <span>
                    <strong>{notice.store}</strong> {notice.text}
                  </span>
                  {notice.code !== null && <code>{notice.code}</code>}
                </li>
              ))}
            </ul>
          </div>
          <button type="button" onClick={onAskAgain} aria-disabled={busy}>
            {busy ? 'Asking…' : 'Ask again'}
          </button>
        </section>
      )}
    </div>
  );
}
