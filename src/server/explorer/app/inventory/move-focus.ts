import type { KeyboardEvent } from 'react';

/** Goes from one of the table's elements to its neighbour of the same kind; at an end it stays. */
export function moveFocus(event: KeyboardEvent<HTMLElement>, selector: string, step: 1 | -1): void {
  event.preventDefault();
  const here = event.currentTarget;
  const all = [...(here.closest('table')?.querySelectorAll<HTMLElement>(selector) ?? [])];
  all[all.indexOf(here) + step]?.focus();
}
