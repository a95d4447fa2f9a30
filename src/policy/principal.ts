/** Who is calling, once the server has made sure of it. */
export interface Principal {
  /** Stable and unique among all ways to identify: 'token:ci', 'jwt:<subject>', 'cert:<fingerprint>', 'local'. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}
