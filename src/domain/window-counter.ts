/** How often something happened since its window began, this time included. */
export interface WindowCount {
  readonly count: number;
  /** Until the window ends and counting begins anew. */
  readonly resetsInMs: number;
}

/**
 * Counts one more of `key`. A window begins with the first of its key and lasts a fixed time, so no more than twice
 * the limit fit into any span of that time. Never rejects.
 */
export type CountInWindow = (key: string) => WindowCount | Promise<WindowCount>;
