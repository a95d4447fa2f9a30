import type { InventoryRowsQueryVariables, SecretOrderDirection, SecretOrderField } from '../../../../client/index.ts';
import { type Choices, filterOf, NO_CHOICES } from './filter.ts';

export const PAGE_SIZES: readonly number[] = [25, 50, 100, 200];

/** What the table shows, and where in it we are. A new object asks the gateway anew. */
export interface View {
  readonly choices: Choices;
  /** The moment that ages and expiries are counted from; it stays while paging, or no cursor would fit. */
  readonly asOf: number;
  readonly order: Order;
  readonly pageSize: number;
  /** Counted from 1, by the steps that were taken: a keyset has no numbers. */
  readonly page: number;
  /** Null: from the beginning. */
  readonly cursor: { readonly after: string } | { readonly before: string } | null;
}

export interface Order {
  readonly field: SecretOrderField;
  readonly direction: SecretOrderDirection;
}

export type ViewAction =
  | { readonly type: 'choose'; readonly choices: Partial<Choices>; readonly at: number }
  | { readonly type: 'clear'; readonly at: number }
  /** Without a direction: ascending, or the other one where it is the order already. */
  | { readonly type: 'sort'; readonly field: SecretOrderField; readonly direction?: SecretOrderDirection }
  | { readonly type: 'resize'; readonly pageSize: number }
  | { readonly type: 'next'; readonly after: string }
  | { readonly type: 'previous'; readonly before: string }
  | { readonly type: 'first' }
  /** Asks for the same page again. */
  | { readonly type: 'reload' }
  /** Asks from the beginning, of this moment: also the way out where a cursor does not hold any more. */
  | { readonly type: 'restart'; readonly at: number };

export function createView(at: number): View {
  return {
    choices: NO_CHOICES,
    asOf: at,
    order: { field: 'NAME', direction: 'ASC' },
    pageSize: 50,
    page: 1,
    cursor: null,
  };
}

const START = { page: 1, cursor: null } as const;

/** Whatever changes the list starts it over: a cursor holds for one filter and one order. */
export function changeView(view: View, action: ViewAction): View {
  switch (action.type) {
    case 'choose':
      return { ...view, ...START, asOf: action.at, choices: { ...view.choices, ...action.choices } };
    case 'clear':
      return { ...view, ...START, asOf: action.at, choices: NO_CHOICES };
    case 'sort':
      return { ...view, ...START, order: nextOrder(view.order, action) };
    case 'resize':
      return { ...view, ...START, pageSize: action.pageSize };
    case 'next':
      return { ...view, page: view.page + 1, cursor: { after: action.after } };
    case 'previous':
      // What was inserted before the page since is still there to step back to, as page 1.
      return { ...view, page: Math.max(1, view.page - 1), cursor: { before: action.before } };
    case 'first':
      return { ...view, ...START };
    case 'reload':
      return { ...view };
    case 'restart':
      return { ...view, ...START, asOf: action.at };
  }
}

function nextOrder(order: Order, { field, direction }: { field: SecretOrderField; direction?: SecretOrderDirection }) {
  if (direction !== undefined) return { field, direction };
  const turned = order.field === field && order.direction === 'ASC' ? 'DESC' : 'ASC';
  return { field, direction: turned } as const;
}

/** The variables of the query that answers this view. */
export function variablesOf({ choices, asOf, order, pageSize, cursor }: View): InventoryRowsQueryVariables {
  const backwards = cursor !== null && 'before' in cursor;
  return {
    ...(backwards ? { last: pageSize } : { first: pageSize }),
    ...cursor,
    filter: filterOf(choices, asOf),
    orderBy: order,
  };
}
