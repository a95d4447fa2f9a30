import type { Route } from './gateway.ts';
import * as secrets from './handlers.ts';
import * as jobs from './jobs.ts';
import * as rotation from './rotation.ts';
import * as values from './values.ts';

const api = (rest: string): readonly string[] => ['api', 'v1', ...rest.split('/')];
const secret = (rest: string): readonly string[] => api(`secrets/:id/${rest}`);
const job = (rest: string): readonly string[] => ['action', 'v1', 'secrets', ':id', 'jobs', ':token', rest];

/**
 * All 32 operations. `/values`, `/logs` and the like share the slot of `/{stage}`, so they stand before it.
 *
 * @see https://api.ncloud-docs.com/docs/en/secretmanager-api-overview
 */
export const ROUTES: readonly Route<secrets.Handler>[] = [
  { method: 'GET', path: api('secrets'), handler: secrets.listSecrets },
  { method: 'POST', path: api('secrets'), handler: secrets.createSecret },
  { method: 'GET', path: api('keys'), handler: secrets.listKeys },
  { method: 'GET', path: api('triggers'), handler: secrets.listTriggers },
  { method: 'GET', path: api('secrets/:id'), handler: secrets.getSecret },
  { method: 'DELETE', path: api('secrets/:id'), handler: secrets.deleteSecret },

  { method: 'GET', path: secret('values'), handler: values.getValues },
  { method: 'PUT', path: secret('values'), handler: values.updateValues },
  { method: 'PUT', path: secret('values/:stage'), handler: values.updateStageValue },
  { method: 'GET', path: secret('logs'), handler: secrets.listLogs },
  { method: 'PUT', path: secret('memo'), handler: secrets.updateMemo },
  { method: 'PUT', path: secret('protection-key'), handler: secrets.updateProtectionKey },

  { method: 'POST', path: secret('enable'), handler: secrets.enable },
  { method: 'POST', path: secret('disable'), handler: secrets.disable },
  { method: 'POST', path: secret('request-deletion'), handler: secrets.requestDeletion },
  { method: 'POST', path: secret('cancel-deletion'), handler: secrets.cancelDeletion },

  { method: 'POST', path: secret('enable-auto-rotation'), handler: rotation.enableAutoRotation },
  { method: 'POST', path: secret('disable-auto-rotation'), handler: rotation.disableAutoRotation },
  { method: 'PUT', path: secret('rotation-period'), handler: rotation.updateRotationPeriod },
  { method: 'PUT', path: secret('triggers'), handler: rotation.updateTrigger },
  { method: 'DELETE', path: secret('triggers'), handler: rotation.deleteTrigger },
  { method: 'POST', path: secret('rotation'), handler: rotation.executeRotation },
  { method: 'POST', path: secret('retry-rotation'), handler: rotation.retryRotation },
  { method: 'POST', path: secret('cancel-rotation'), handler: rotation.cancelRotation },
  { method: 'POST', path: secret('rollback-rotation'), handler: rotation.rollbackRotation },

  { method: 'GET', path: secret(':stage'), handler: values.getStageValue },

  { method: 'POST', path: job('start'), handler: jobs.startJob },
  { method: 'POST', path: job('pending'), handler: jobs.addPending },
  { method: 'PUT', path: job('pending'), handler: jobs.updatePending },
  { method: 'POST', path: job('generate-random-secret'), handler: jobs.generateRandomSecret },
  { method: 'POST', path: job('complete'), handler: jobs.complete },
  { method: 'POST', path: job('fail'), handler: jobs.fail },
];
