/**
 * The gateway as a library, for a program that runs one inside itself.
 *
 *     const gateway = await openGateway(loadConfigFile('portcullis.yaml', { providers: PROVIDERS, env: process.env }), {
 *       providers: PROVIDERS,
 *     });
 *     console.log(gateway.url);
 *     await gateway.close();
 */
export {
  type Config,
  ConfigError,
  type ConfigSources,
  loadConfigFile,
  parseConfig,
  parseConfigValue,
} from './config/load.ts';
export type { ProviderDefinition } from './connectors/define.ts';
export { PROVIDERS } from './connectors/registry.ts';
export { type Gateway, type GatewayOptions, openGateway } from './gateway.ts';
