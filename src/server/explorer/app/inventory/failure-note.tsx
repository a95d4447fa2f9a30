import type { Failure } from './load.ts';

interface FailureNoteProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
}

/** No answer came; what is still on the screen is older than the question. */
export function FailureNote({ failure, onRetry }: FailureNoteProps) {
  return (
    <div className="failure" role="alert">
      <p>
        {failure.message} <code>{failure.code}</code>
        {failure.requestId !== null && <small> request {failure.requestId}</small>}
      </p>
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
