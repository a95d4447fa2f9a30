import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/support/closing-line.ts';

const require = createRequire(import.meta.url);

// Under vitest, tests resolve `graphql` to its .mjs build and dependencies to its .js build: two realms, and every
// instanceof in graphql-js fails. One alias keeps one copy. Plain Node is not affected.
const alias = [{ find: /^graphql$/, replacement: require.resolve('graphql') }];

/** One group after the other: the suites that start servers would starve each other on two cores. */
function suite(
  groupOrder: number,
  name: string,
  include: string[],
  limits: { testTimeout?: number; hookTimeout?: number } = {},
) {
  return { extends: true as const, test: { name, include, sequence: { groupOrder }, ...limits } };
}

const PATIENT = { testTimeout: 120_000, hookTimeout: 180_000 };

export default defineConfig({
  resolve: { alias },
  test: {
    restoreMocks: true,
    reporters: ['default', new ClosingLine()],
    projects: [
      suite(0, 'unit', [
        'src/!(connectors)/**/*.test.ts',
        'src/*.test.ts',
        'test/architecture/**/*.test.ts',
        'test/property/**/*.test.ts',
      ]),
      suite(0, 'connectors', ['src/connectors/**/*.test.ts']),
      suite(1, 'contract', ['test/contract/**/*.test.ts'], PATIENT),
      suite(2, 'redis', ['test/redis/**/*.test.ts'], PATIENT),
      suite(3, 'docker', ['test/docker/**/*.test.ts'], PATIENT),
      suite(4, 'security', ['test/security/**/*.test.ts'], PATIENT),
      suite(5, 'faults', ['test/faults/**/*.test.ts'], PATIENT),
      suite(6, 'leak', ['test/leak/**/*.test.ts'], PATIENT),
      suite(7, 'e2e', ['test/e2e/**/*.test.ts'], PATIENT),
    ],
  },
});
