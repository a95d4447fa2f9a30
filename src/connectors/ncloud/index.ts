import type { Costs } from '../../domain/connector.ts';
import { defineProvider } from '../define.ts';
import { capabilities } from './capabilities.ts';
import { credentials, settings } from './config.ts';
import { STAGES } from './documented.ts';
import { ASSUMED_PAGE_SIZE } from './limits.ts';
import { LISTING_GAPS, NATIVE_GAPS } from './map.ts';
import { nativeInputs, nativeShapes } from './native.ts';
import { openNcloud } from './open.ts';

const REGION_CODE = /^[A-Za-z0-9_-]{1,40}$/;
/** Opaque; the documents' samples are masked and look hexadecimal. */
const SECRET_ID = /^[A-Za-z0-9_-]{1,200}$/;
const STAGE = new RegExp(`^(?:${STAGES.join('|')})$`);

const pages = ({ secrets }: { readonly secrets: number }) => Math.max(1, Math.ceil(secrets / ASSUMED_PAGE_SIZE));
const perSecret = ({ secrets }: { readonly secrets: number }) => secrets;
const none = () => 0;

const costs: Costs = {
  list: { text: 'one for each page of the list (the service sets its size)', requests: pages },
  listGroups: { text: 'as the list: regions are known from it', requests: pages },
  getGroups: {
    text: 'the pages of the list until each region has been seen',
    requests: ({ groups }) => Math.min(groups, 1),
  },
  getSecrets: { text: 'one for each secret', requests: perSecret },
  listVersions: { text: 'none: every secret has the same three slots', requests: none },
  getDetails: { text: 'one for each secret', requests: perSecret },
  getUsage: { text: 'none: the service does not know who uses a secret', requests: none },
};

/** NAVER Cloud Platform Secret Manager, by its signed REST API. */
export const ncloud = defineProvider({
  provider: 'NCLOUD',
  title: 'NAVER Cloud Platform Secret Manager',
  capabilities,
  costs,
  idGrammar: { group: [REGION_CODE], secret: [SECRET_ID], version: [SECRET_ID, STAGE], subject: [] },
  gaps: { fields: LISTING_GAPS, native: NATIVE_GAPS },
  groupsListing: 'together',
  groupOfNewSecret: 'implied',
  nativeTypes: {
    store: 'NcloudStore',
    group: 'NcloudRegion',
    secret: 'NcloudSecret',
    version: 'NcloudSecretVersion',
    subject: null,
  },
  configuration: { schemes: ['https', 'http'], credentials, settings },
  nativeShapes,
  nativeInputs,
  open: openNcloud,
  emulator: () => import('./emulator.ts'),
});
