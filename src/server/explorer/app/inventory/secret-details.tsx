import { type ReactNode, useCallback } from 'react';
import { InventorySecretDocument } from '../../../../client/__generated__/graphql.ts';
import type { InventorySecretQuery, PortcullisClient } from '../../../../client/index.ts';
import { Unknown } from './stores.tsx';
import { useAnswer } from './use-answer.ts';
import { Versions } from './versions.tsx';
import { count, date, distance, lower } from './words.ts';

export type Details = NonNullable<InventorySecretQuery['secret']>;

interface SecretDetailsProps {
  readonly client: PortcullisClient;
  readonly id: string;
  readonly name: string;
}

/** What is known of one secret beyond its row: asked for now, and never its value. */
export function SecretDetails({ client, id, name }: SecretDetailsProps) {
  const answer = useAnswer(
    useCallback((signal) => client.query(InventorySecretDocument, { id }, { signal }), [client, id]),
  );
  const secret = answer.loaded?.data.secret ?? null;
  const codes = [...new Set(answer.loaded?.problems.map(({ code }) => code))];
  return (
    <section aria-label={`Details of ${name}`} aria-live="polite">
      {answer.busy && secret === null && <p className="waiting">Asking its store…</p>}
      {answer.failure !== null && (
        <p className="problems">
          {answer.failure.message} <code>{answer.failure.code}</code>
        </p>
      )}
      {codes.length > 0 && (
        <p className="problems">
          Not all of it could be read: <code>{codes.join(', ')}</code>
        </p>
      )}
      {secret !== null && <Facts secret={secret} />}
    </section>
  );
}

function Facts({ secret }: { readonly secret: Details }) {
  return (
    <div className="facts">
      <dl>
        <Fact term="Resource">
          <code>{secret.resource}</code>
        </Fact>
        <Fact term="Id at its store">
          <code>{secret.nativeId}</code>
        </Fact>
        <Fact term="Id here">
          <code>{secret.id}</code>
        </Fact>
        <Fact term="Description">{secret.description}</Fact>
        <Fact term="Labels">{secret.labels.length > 0 && <Labels labels={secret.labels} />}</Fact>
      </dl>
      <dl>
        <Fact term="Created by">{secret.createdBy && creatorOf(secret.createdBy)}</Fact>
        <Fact term="Used by">{usersInWords(secret.usage)}</Fact>
        <Fact term="Rotation">{rotationOf(secret.rotation)}</Fact>
        <Fact term="Value">{lower(secret.readability)}</Fact>
        {secret.deletesAt !== null && <Fact term="Deletion final">{date(secret.deletesAt)}</Fact>}
        <Fact term="As of">{`${distance(secret.freshness.fetchedAt, Date.now())}${secret.freshness.stale ? ', stale' : ''}`}</Fact>
      </dl>
      <Versions versions={secret.versions} />
    </div>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children === null || children === false || children === '' ? <Unknown /> : children}</dd>
    </>
  );
}

function Labels({ labels }: { readonly labels: Details['labels'] }) {
  return (
    <ul className="labels">
      {labels.map(({ key, value }) => (
        <li key={key}>
          <b>{key}</b> {value}
        </li>
      ))}
    </ul>
  );
}

function creatorOf({ displayName, slug, nativeId, type }: NonNullable<Details['createdBy']>): string {
  const name = displayName ?? slug ?? nativeId;
  return slug === null || slug === name ? `${name}, ${lower(type)}` : `${name} (${slug}), ${lower(type)}`;
}

function usersInWords(usage: Details['usage']): string | null {
  if (usage === null) return null;
  const { activeDeployments, consumers } = usage;
  if (consumers !== null && consumers.length > 0) {
    return consumers.map(({ kind, name, nativeId }) => `${kind} ${name ?? nativeId}`).join(', ');
  }
  if (activeDeployments !== null && activeDeployments > 0) return `${count(activeDeployments)} running deployments`;
  return activeDeployments === null && consumers === null ? null : 'nothing';
}

function rotationOf(rotation: Details['rotation']): string | null {
  if (rotation === null) return null;
  if (!rotation.automatic) return 'only when asked for';
  const period = rotation.periodDays === null ? 'automatic' : `every ${rotation.periodDays} days`;
  return rotation.nextAt === null ? period : `${period}, next ${date(rotation.nextAt)}`;
}
