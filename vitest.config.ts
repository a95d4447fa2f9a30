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
  options: { testTimeout?: number; hookTimeout?: number; isolate?: boolean; maxWorkers?: number } = {},
) {
  return { extends: true as const, test: { name, include, sequence: { groupOrder }, ...options } };
}

/** Importing takes longer than testing: files of a worker share their modules, and leave nothing behind in them. */
const QUICK = { isolate: false, maxWorkers: 2 };
const PATIENT = { testTimeout: 120_000, hookTimeout: 180_000 };

export default defineConfig({
  resolve: { alias },
  test: {
    restoreMocks: true,
    reporters: ['default', new ClosingLine()],
    projects: [
      suite(
        0,
        'unit',
        [
          'src/!(connectors)/**/*.test.ts',
          'src/*.test.ts',
          'test/architecture/**/*.test.ts',
          'test/property/**/*.test.ts',
        ],
        QUICK,
      ),
      suite(1, 'connectors', ['src/connectors/**/*.test.ts'], { maxWorkers: 2 }),
      suite(2, 'contract', ['test/contract/**/*.test.ts'], PATIENT),
      suite(3, 'redis', ['test/redis/**/*.test.ts'], PATIENT),
      suite(4, 'docker', ['test/docker/**/*.test.ts'], PATIENT),
      suite(5, 'security', ['test/security/**/*.test.ts'], PATIENT),
      suite(6, 'faults', ['test/faults/**/*.test.ts'], PATIENT),
      suite(7, 'leak', ['test/leak/**/*.test.ts'], PATIENT),
      suite(8, 'e2e', ['test/e2e/**/*.test.ts'], PATIENT),
    ],
  },
});
