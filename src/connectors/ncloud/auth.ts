import { createHmac } from 'node:crypto';
import type { NcloudCredentials } from './config.ts';

/** The text that is signed: method, path and query as they are on the wire, time, key. The body is not part of it. */
export function stringToSign(request: {
  readonly method: string;
  /** With `/secretmanager` where the endpoint has it, and with the query: '/secretmanager/api/v1/secrets?pageNo=1'. */
  readonly path: string;
  readonly timestamp: string;
  readonly accessKey: string;
}): string {
  return `${request.method.toUpperCase()} ${request.path}\n${request.timestamp}\n${request.accessKey}`;
}

/** Base64 of HMAC-SHA256 over the string to sign. */
export function signatureOf(request: Parameters<typeof stringToSign>[0], secretKey: string): string {
  return createHmac('sha256', secretKey).update(stringToSign(request), 'utf8').digest('base64');
}

/**
 * The three headers of every call. Asked anew for each request: the service refuses a timestamp (epoch milliseconds)
 * that is more than five minutes away from its own clock.
 *
 * @see https://api.ncloud-docs.com/docs/en/common-ncpapi
 */
export function createSigner(
  { accessKey, secretKey }: NcloudCredentials,
  now: () => number,
): (request: { method: string; path: string }) => Record<string, string> {
  return ({ method, path }) => {
    const timestamp = String(now());
    return {
      'x-ncp-apigw-timestamp': timestamp,
      'x-ncp-iam-access-key': accessKey,
      'x-ncp-apigw-signature-v2': signatureOf({ method, path, timestamp, accessKey }, secretKey),
    };
  };
}
