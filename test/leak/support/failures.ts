import { WORDS } from '../../support/registry.ts';
import { mutationOf } from './documents.ts';
import { knownOf } from './drive.ts';
import { faultsWith } from './faults.ts';
import { inputsOf, type Known } from './inputs.ts';
import type { Scene } from './scene.ts';

/** All calls; and then those alone that a read does not make first: of values, and of changes. */
const MATCHES = [/./, /^(POST|PUT|DELETE) |\/(active|previous|pending)$|\/svc\/v1\/secrets\/[^/]+$/];

/** Every way in which a store can fail, in reads, in reveals and in writes; all stores at the same time. */
export async function failEverything(scene: Scene): Promise<void> {
  const { canaries, emulators } = scene;
  await Promise.all(
    WORDS.map(async (word) => {
      const known = await knownOf(scene, word);
      const text = canaries.plantWild(`what ${word} fails with`);
      for (const { name, fault } of faultsWith(text, canaries.plant(`what ${word} fails with, in headers`))) {
        for (const match of MATCHES) {
          emulators[word]?.setFault({ match, ...fault });
          await failOnce(scene, { word, known, label: `${word}: ${name}` });
          emulators[word]?.setFault(null);
        }
      }
    }),
  );
}

const READS = `query Fail($store: String!, $stores: [String!], $secret: ID!, $group: ID!) {
  secrets(first: 5, filter: { stores: $stores }) { nodes { id description usage { activeDeployments } } stores { outcome error } }
  secretGroups(first: 5, filter: { stores: $stores }) { nodes { id } }
  secret(id: $secret) { name etag versions { nodes { id } } native { __typename } }
  secretGroup(id: $group) { name etag }
  store(name: $store) { apiVersion health { status lastError } native {
    ... on DockerSwarm { clusterId engineVersion } ... on ImcoStore { labels { name value } }
    ... on NcloudStore { triggers { name } protectionKeys { name } }
    ... on TrueFoundryStore { tenantName integrations { name } }
  } }
}`;

async function failOnce(
  { post, canaries, nextNumber }: Scene,
  request: { readonly word: string; readonly known: Known; readonly label: string },
): Promise<void> {
  const { word, known, label } = request;
  const { secretName, values, newSecret, newVersion } = inputsOf(word);
  const marker = canaries.plantWild(`value sent while ${word} fails`);
  const value = values(marker)[nextNumber() % 2];
  const send = (name: string, input: object) => post({ query: mutationOf(name), variables: { input } }, label);
  await send('refreshStore', { store: word });
  await post({ query: READS, variables: { store: word, stores: [word], ...known } }, label);
  await send('revealSecret', { id: known.secret });
  await send('createSecret', {
    store: word,
    name: secretName(nextNumber()),
    value,
    ...newSecret?.(known, marker),
  });
  await send('createSecretVersion', { secret: known.secret, value, ...newVersion });
}
