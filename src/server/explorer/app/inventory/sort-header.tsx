import type { KeyboardEvent } from 'react';
import type { SecretOrderDirection, SecretOrderField } from '../../../../client/index.ts';
import { moveFocus } from './move-focus.ts';
import type { Order } from './view.ts';

interface SortHeaderProps {
  readonly label: string;
  readonly field: SecretOrderField | null;
  readonly className: string;
  readonly order: Order;
  readonly onSort: (field: SecretOrderField, direction?: SecretOrderDirection) => void;
}

const ARIA_SORT = { ASC: 'ascending', DESC: 'descending' } as const;

/** Enter and Space turn the order round, up and down set it, left and right go to the neighbours. */
export function SortHeader({ label, field, className, order, onSort }: SortHeaderProps) {
  if (field === null) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const direction = order.field === field ? order.direction : null;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ArrowLeft') moveFocus(event, 'thead button', -1);
    else if (event.key === 'ArrowRight') moveFocus(event, 'thead button', 1);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      onSort(field, event.key === 'ArrowUp' ? 'ASC' : 'DESC');
    }
  };
  return (
    <th scope="col" className={className} aria-sort={direction === null ? 'none' : ARIA_SORT[direction]}>
      <button type="button" onClick={() => onSort(field)} onKeyDown={onKeyDown} title="Sort: Enter, or up and down">
        {label}
        <svg viewBox="0 0 8 10" aria-hidden="true" data-direction={direction ?? 'none'}>
          <path className="up" d="M4 0 7.5 4h-7z" />
          <path className="down" d="M4 10 .5 6h7z" />
        </svg>
      </button>
    </th>
  );
}
