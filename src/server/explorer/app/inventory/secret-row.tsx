import { type KeyboardEvent, useId } from 'react';
import type { InventoryRowFragment, PortcullisClient } from '../../../../client/index.ts';
import { moveFocus } from './move-focus.ts';
import { SecretDetails } from './secret-details.tsx';
import { Unknown } from './stores.tsx';
import { count, date, distance, lower, toneOf, usersOf } from './words.ts';

const SOON_MS = 30 * 86_400_000;

interface SecretRowProps {
  readonly client: PortcullisClient;
  readonly secret: InventoryRowFragment;
  readonly open: boolean;
  readonly columns: number;
  readonly onToggle: (open: boolean) => void;
}

/** A secret in a line, and below it, once asked for, what else is known of it. */
export function SecretRow({ client, secret, open, columns, onToggle }: SecretRowProps) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ArrowUp') moveFocus(event, 'tbody .toggle', -1);
    else if (event.key === 'ArrowDown') moveFocus(event, 'tbody .toggle', 1);
    else if (event.key === 'Escape') onToggle(false);
  };
  return (
    <>
      <tr data-open={open}>
        <th scope="row" className="col-name">
          <button
            type="button"
            className="toggle"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            title={secret.name}
            onClick={() => onToggle(!open)}
            onKeyDown={onKeyDown}
          >
            {secret.name}
          </button>
        </th>
        <td className="col-group" title={secret.group?.name}>
          {secret.group?.name ?? <Unknown />}
        </td>
        <td>{secret.store.name}</td>
        <td>
          <span className="pill" data-tone={toneOf(secret.status)}>
            {lower(secret.status)}
          </span>
        </td>
        <td>
          <Users users={usersOf(secret.usage)} />
        </td>
        <DateCell instant={secret.createdAt} />
        <DateCell instant={secret.updatedAt} />
        <DateCell instant={secret.expiresAt} dueMs={SOON_MS} />
      </tr>
      {open && (
        <tr className="details" id={id}>
          <td colSpan={columns}>
            <SecretDetails client={client} id={secret.id} name={secret.name} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Nobody and unknown are different answers. */
function Users({ users }: { readonly users: number | null }) {
  if (users === null) return <Unknown />;
  return users === 0 ? <span className="nobody">nothing</span> : count(users);
}

/** With `dueMs` the distance is told and marked where the date is past or nearer than that. */
function DateCell({ instant, dueMs }: { readonly instant: string | null; readonly dueMs?: number }) {
  if (instant === null) {
    return (
      <td className="col-date">
        <Unknown />
      </td>
    );
  }
  const now = Date.now();
  const due = dueMs !== undefined && Date.parse(instant) - now < dueMs;
  return (
    <td className="col-date">
      <time dateTime={instant} title={`${instant}, ${distance(instant, now)}`} data-due={due}>
        {due ? distance(instant, now) : date(instant)}
      </time>
    </td>
  );
}
