import { defineProvider } from '../define.ts';
import { seguraCapabilities, seguraCosts } from './capabilities.ts';
import { seguraCredentials, seguraSettings } from './config.ts';
import { openSegura } from './connector.ts';
import { seguraNativeShapes, seguraSecretInput, seguraSecretVersionInput } from './native.ts';

/** A part of a group's id: a name as people wrote it in Segura. It is compared, never part of a request's path. */
const NAME = /^[^\p{Cc}]{1,255}$/u;
/** Strings of digits wherever the vendor shows one. */
const NUMBER = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Segura (formerly senhasegura) DevOps Secret Manager: a store is one authorization of one application.
 * @see https://docs.senhasegura.io/v3-32/docs/a2a-api-dsm
 */
export const segura = defineProvider({
  provider: 'SEGURA',
  title: 'Segura DevOps Secret Manager',
  capabilities: seguraCapabilities,
  costs: seguraCosts,
  idGrammar: { group: [NAME, NAME, NAME], secret: [NUMBER], version: [NUMBER, NUMBER], subject: [] },
  gaps: { fields: [], native: [] },
  groupsListing: 'together',
  groupOfNewSecret: 'implied',
  nameInNative: { createVersion: 'name' },
  nativeTypes: {
    store: null,
    group: 'SeguraApplication',
    secret: 'SeguraSecret',
    version: 'SeguraSecretVersion',
    subject: null,
  },
  configuration: { schemes: ['https', 'http'], credentials: seguraCredentials, settings: seguraSettings },
  nativeShapes: seguraNativeShapes,
  nativeInputs: { createSecret: seguraSecretInput, createVersion: seguraSecretVersionInput },
  open: openSegura,
  emulator: () => import('./emulator.ts'),
});
