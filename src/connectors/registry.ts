import type { ProviderDefinition } from './define.ts';
import { docker } from './docker/index.ts';
import { imco } from './imco/index.ts';
import { ncloud } from './ncloud/index.ts';
import { segura } from './segura/index.ts';
import { truefoundry } from './truefoundry/index.ts';

/** Every provider there is, by the word that the configuration uses. A sixth is one import and one line. */
export const PROVIDERS: Readonly<Record<string, ProviderDefinition>> = {
  docker,
  imco,
  ncloud,
  segura,
  truefoundry,
};
