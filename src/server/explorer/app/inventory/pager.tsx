import { useId } from 'react';
import type { InventoryRowsQuery } from '../../../../client/index.ts';
import { isNarrowed } from './filter.ts';
import { PAGE_SIZES, type View, type ViewAction } from './view.ts';
import { count, countOf } from './words.ts';

interface PagerProps {
  readonly view: View;
  /** Null until the first page has come. */
  readonly page: InventoryRowsQuery['secrets'] | null;
  readonly busy: boolean;
  readonly onTurn: (action: ViewAction) => void;
}

/** Steps from page to page by cursors; the numbers count the steps. */
export function Pager({ view, page, busy, onTurn }: PagerProps) {
  const { hasPreviousPage = false, startCursor = null, hasNextPage = false, endCursor = null } = page?.pageInfo ?? {};
  const previous: ViewAction | null =
    hasPreviousPage && startCursor !== null ? { type: 'previous', before: startCursor } : null;
  const next: ViewAction | null = hasNextPage && endCursor !== null ? { type: 'next', after: endCursor } : null;
  const sizeId = useId();
  return (
    <nav className="pager" aria-label="Pages of the list">
      <p role="status">{page === null || busy ? 'Asking…' : position(view, page)}</p>
      <label htmlFor={sizeId}>Rows</label>
      <select
        id={sizeId}
        value={view.pageSize}
        onChange={(event) => onTurn({ type: 'resize', pageSize: Number(event.target.value) })}
      >
        {PAGE_SIZES.map((size) => (
          <option key={size}>{size}</option>
        ))}
      </select>
      <Step label="First" action={previous && { type: 'first' }} busy={busy} onTurn={onTurn} />
      <Step label="Previous" action={previous} busy={busy} onTurn={onTurn} />
      <Step label="Next" action={next} busy={busy} onTurn={onTurn} />
    </nav>
  );
}

interface StepProps extends Pick<PagerProps, 'busy' | 'onTurn'> {
  readonly label: string;
  readonly action: ViewAction | null;
}

/** Not `disabled` at an end: that would take the focus from whoever has just arrived there. */
function Step({ label, action, busy, onTurn }: StepProps) {
  const blocked = action === null || busy;
  return (
    <button type="button" aria-disabled={blocked} onClick={() => !blocked && onTurn(action)}>
      {label}
    </button>
  );
}

function position({ choices, page, pageSize }: View, { totalCount, pageInfo }: InventoryRowsQuery['secrets']): string {
  const total = countOf(totalCount, 'secret');
  const pages = Math.max(1, Math.ceil(totalCount / pageSize));
  // Nothing before it: this is the first page, whatever the steps say.
  const number = pageInfo.hasPreviousPage ? page : 1;
  return `${total}${isNarrowed(choices) ? ' found' : ''}, page ${count(number)} of ${count(pages)}`;
}
