import { useState } from 'react';
import type {
  InventoryRowFragment,
  PortcullisClient,
  SecretOrderDirection,
  SecretOrderField,
} from '../../../../client/index.ts';
import { SecretRow } from './secret-row.tsx';
import { SortHeader } from './sort-header.tsx';
import type { Order } from './view.ts';

interface Column {
  readonly label: string;
  /** Null: the gateway does not sort by it. */
  readonly field: SecretOrderField | null;
  readonly className: string;
}

const COLUMNS: readonly Column[] = [
  { label: 'Name', field: 'NAME', className: 'col-name' },
  { label: 'Group', field: null, className: 'col-group' },
  { label: 'Store', field: 'STORE', className: 'col-store' },
  { label: 'Status', field: null, className: 'col-status' },
  { label: 'Used by', field: null, className: 'col-users' },
  { label: 'Created', field: 'CREATED_AT', className: 'col-date' },
  { label: 'Updated', field: 'UPDATED_AT', className: 'col-date' },
  { label: 'Expires', field: 'EXPIRES_AT', className: 'col-date' },
];

interface SecretsTableProps {
  readonly client: PortcullisClient;
  /** Null until the first page has come. */
  readonly secrets: readonly InventoryRowFragment[] | null;
  readonly order: Order;
  readonly busy: boolean;
  readonly onSort: (field: SecretOrderField, direction?: SecretOrderDirection) => void;
}

/** One page of rows and no more is ever in the document, however many secrets there are. */
export function SecretsTable({ client, secrets, order, busy, onSort }: SecretsTableProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <table className="list" aria-busy={busy} aria-label="Secrets">
      <colgroup>
        {COLUMNS.map(({ label, className }) => (
          <col key={label} className={className} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <SortHeader key={column.label} {...column} order={order} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {secrets?.map((secret) => (
          <SecretRow
            key={secret.id}
            client={client}
            secret={secret}
            open={secret.id === openId}
            columns={COLUMNS.length}
            onToggle={(open) => setOpenId(open ? secret.id : null)}
          />
        ))}
        {secrets?.length === 0 && (
          <tr className="empty">
            <td colSpan={COLUMNS.length}>No secret that you may see fits.</td>
          </tr>
        )}
        {secrets === null && busy && (
          <tr className="empty">
            <td colSpan={COLUMNS.length}>Asking every store…</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
