import { z } from 'zod';
import type { Secret, SecretGroup, SecretVersion, Subject, Usage } from '../../domain/model.ts';
import type { NativeShapes } from '../shapes.ts';

export const nativeShapes: NativeShapes = {
  group: z.strictObject({ region: z.string() }),
  secret: z.strictObject({ driver: z.string().nullable(), options: z.array(z.string()) }),
  version: z.strictObject({ uri: z.string() }),
  subject: null,
};

export const subject: Subject = {
  id: ['user', 'u1'],
  nativeId: 'u1',
  type: 'USER',
  nativeType: 'user',
  slug: 'ada',
  displayName: 'Ada',
  native: null,
};

export const group: SecretGroup = {
  id: ['g1'],
  nativeId: 'g1',
  name: 'payments',
  description: null,
  labels: [{ key: 'team', value: 'core' }],
  tags: ['prod'],
  status: 'ACTIVE',
  createdBy: subject,
  createdAt: 1_700_000_000_000,
  updatedAt: null,
  revision: '7',
  native: { region: 'eu' },
};

export const version: SecretVersion = {
  id: ['g1', 's1', 'v1'],
  nativeId: 'v1',
  number: 1,
  stage: null,
  isCurrent: true,
  createdAt: 1_700_000_000_000,
  updatedAt: null,
  readability: 'READABLE',
  native: { uri: 'v1' },
};

export const usage: Usage = { activeDeployments: 2, consumers: [{ kind: 'service', nativeId: 'x', name: null }] };

export const secret: Secret = {
  id: ['g1', 's1'],
  nativeId: 's1',
  name: 'card-key',
  group: { id: ['g1'], name: 'payments' },
  description: 'for cards',
  labels: [],
  status: 'ACTIVE',
  createdBy: null,
  createdAt: 1_700_000_000_000,
  updatedAt: null,
  expiresAt: null,
  deletesAt: null,
  rotation: {
    automatic: true,
    periodDays: 30,
    nextAt: null,
    lastAt: null,
    lastResultId: null,
    phase: null,
    trigger: { nativeId: 't', name: null, url: null, lastAction: null },
  },
  versions: [version],
  usage,
  readability: 'READABLE',
  revision: null,
  incomplete: ['usage'],
  native: { driver: null, options: ['a'] },
};

/** A secret that differs from the others in its id and name. */
export function secretNamed(name: string): Secret {
  return { ...secret, id: ['g1', name], nativeId: name, name };
}
