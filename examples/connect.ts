// In a project of your own: import … from 'portcullis/client'
import { createClient, type PortcullisClient, PortcullisClientError } from '../src/client/index.ts';

/** A client of the gateway that PORTCULLIS_URL and PORTCULLIS_TOKEN name; the sandbox's where they are not set. */
export function connect(): PortcullisClient {
  const url = process.env.PORTCULLIS_URL ?? 'http://127.0.0.1:4000';
  const token = process.env.PORTCULLIS_TOKEN;
  return createClient(token === undefined ? { url } : { url, token });
}

/** Runs the program; what the gateway refuses becomes one line and exit code 1, not a stack. */
export async function run(program: (client: PortcullisClient) => Promise<void>): Promise<void> {
  try {
    await program(connect());
  } catch (error) {
    if (!(error instanceof PortcullisClientError)) throw error;
    const request = error.requestId === null ? '' : ` [request ${error.requestId}]`;
    console.error(`${error.code}: ${error.message}${request}`);
    process.exitCode = 1;
  }
}
