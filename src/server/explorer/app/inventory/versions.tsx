import type { Details } from './secret-details.tsx';
import { Unknown } from './stores.tsx';
import { date, lower } from './words.ts';

/** The newest of a secret's versions, or the slots of its store. */
export function Versions({ versions }: { readonly versions: Details['versions'] }) {
  if (versions === null) return <p className="soft">Its versions are not shown to you, or could not be read.</p>;
  if (versions.nodes.length === 0) return <p className="soft">Its store keeps no versions.</p>;
  const hidden = versions.totalCount - versions.nodes.length;
  return (
    <table className="versions">
      <caption>Versions{hidden > 0 && `, the newest of ${versions.totalCount}`}</caption>
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Stored</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {versions.nodes.map((version) => (
          <tr key={version.id}>
            <th scope="row">
              {version.number ?? version.stage ?? version.nativeId}
              {version.isCurrent && (
                <span className="pill" data-tone="good">
                  in force
                </span>
              )}
            </th>
            <td>{version.createdAt === null ? <Unknown /> : date(version.createdAt)}</td>
            <td>{lower(version.readability)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
