import { PROVIDERS } from '../../src/connectors/registry.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

/** A gateway over one small store: what is tested here lies in front of the stores. */
export function startSmallGateway(config: Readonly<Record<string, unknown>> = {}): Promise<TestGateway> {
  const { ncloud } = PROVIDERS;
  if (ncloud === undefined) throw new Error('there is no provider ncloud');
  return startTestGateway({ providers: { ncloud }, secrets: 5, config });
}

export const VIEWER = '{ viewer { id name roles } }';

export interface ViewerData {
  readonly viewer: { readonly id: string; readonly name: string; readonly roles: readonly string[] };
}
