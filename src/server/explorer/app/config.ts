/** What GET /explorer/config.json answers. `tokens` holds the sandbox's tokens, and nothing elsewhere. */
export interface ExplorerConfig {
  readonly sandbox: boolean;
  readonly tokens: readonly string[];
}

const NO_SANDBOX: ExplorerConfig = { sandbox: false, tokens: [] };

/** What the gateway tells its pages; a gateway that cannot be asked is no sandbox. */
export async function fetchConfig(): Promise<ExplorerConfig> {
  try {
    const response = await fetch('/explorer/config.json');
    return await response.json();
  } catch {
    return NO_SANDBOX;
  }
}
